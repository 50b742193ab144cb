import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithoutRef } from 'react';
import type { ProcedurePath } from '../../electron/contract/procedure-path.ts';
import { useWhyNot } from '../app/use-why-not.ts';

type Props = ButtonProps & Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> & { needs: ProcedurePath };

/** A button for what not everybody may do: where the one who works may not, it says why and does nothing. */
export function RightButton({ needs, ...button }: Props) {
  const whyNot = useWhyNot(needs);
  if (whyNot === null) return <Button {...button} />;
  return <Button {...button} disabled title={whyNot} aria-description={whyNot} />;
}
