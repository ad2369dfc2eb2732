import {
  ActionIcon,
  type ActionIconProps,
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  Menu,
  type MenuItemProps,
  NavLink,
  type NavLinkProps,
} from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Native = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement> };

const AnchorElement = (props: AnchorProps & Native) => <Anchor {...props} />;
const ButtonElement = (props: ButtonProps & Native) => <Button component="a" {...props} />;
const NavElement = (props: NavLinkProps & Native) => <NavLink component="a" {...props} />;
const ItemElement = (props: MenuItemProps & Native) => <Menu.Item component="a" {...props} />;
const IconElement = (props: ActionIconProps & Native) => <ActionIcon component="a" {...props} />;

/** Mantine's looks with the router's typed addresses. */
export const LinkText = createLink(AnchorElement);
export const LinkButton = createLink(ButtonElement);
export const LinkNav = createLink(NavElement);
export const LinkItem = createLink(ItemElement);
export const LinkIcon = createLink(IconElement);
