import { z } from 'zod';
import { type Relative, relative } from '../../../electron/contract/member-form.ts';
import { client } from '../../app/link.ts';
import { Line } from './HistoryPart.tsx';
import { ListPart } from './ListPart.tsx';

const relatives = z.array(relative);
const areRelatives = (value: unknown): value is Relative[] => relatives.safeParse(value).success;

const blank = (): Relative => ({
  ...{ relation: '', full_name: '', birth_year: null, home: null, occupation: null },
  ...{ residence: null, political_activity: null },
});

/** Family (item 29 of mẫu 2-HSĐV): data of other people, written only as far as the paper asks it. */
export function RelativesPart({ id, saved }: { id: string; saved: Relative[] }) {
  return (
    <ListPart
      title="Quan hệ gia đình"
      keep={`member:${id}:relatives`}
      saved={saved}
      isRight={areRelatives}
      save={(rows) => client.members.saveRelatives({ id, entries: rows })}
      blank={blank}
      noun="người thân"
      empty="Chưa ghi người thân nào. Chỉ ghi khi mẫu phiếu yêu cầu: đây là dữ liệu của người khác."
    >
      {(person, set) => (
        <>
          <div className="form-row">
            <Line label="Quan hệ" value={person.relation} onChange={(value) => set({ relation: value ?? '' })} />
            <Line label="Họ và tên" value={person.full_name} onChange={(value) => set({ full_name: value ?? '' })} />
            <Line label="Năm sinh" value={person.birth_year} onChange={(birth_year) => set({ birth_year })} />
          </div>
          <div className="form-row">
            <Line label="Quê quán" value={person.home} onChange={(home) => set({ home })} />
            <Line label="Nghề nghiệp" value={person.occupation} onChange={(occupation) => set({ occupation })} />
          </div>
          <div className="form-row">
            <Line label="Nơi ở" value={person.residence} onChange={(residence) => set({ residence })} />
            <Line
              label="Hoạt động chính trị, xã hội"
              value={person.political_activity}
              onChange={(political_activity) => set({ political_activity })}
            />
          </div>
        </>
      )}
    </ListPart>
  );
}
