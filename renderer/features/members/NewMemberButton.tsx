import { memo } from 'react';
import { useLocation } from 'wouter';
import { Icon } from '../../components/icons.tsx';
import { RightButton } from '../../components/RightButton.tsx';

/** The door to a new member, at the end of the tools. */
export const NewMemberButton = memo(function NewMemberButton() {
  const [, navigate] = useLocation();
  return (
    <RightButton
      needs="members.create"
      className="tools-end"
      leftSection={<Icon name="add" />}
      title="Ctrl+N"
      onClick={() => navigate('/members/new')}
    >
      Thêm đảng viên
    </RightButton>
  );
});
