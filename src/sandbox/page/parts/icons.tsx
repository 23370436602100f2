import type { ComponentChildren } from 'preact'

function Icon({ children, size = 18 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
      {children}
    </svg>
  )
}

/** The sandbox's own mark: one voice standing in front of another. */
export const Mark = ({ size = 26 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
    <rect x="10" y="3" width="19" height="17" rx="6" fill="var(--amber)" />
    <path d="M9 9h8a6 6 0 0 1 6 6v3a6 6 0 0 1-6 6h-5l-6 5v-5.8A6 6 0 0 1 3 18v-3a6 6 0 0 1 6-6z" fill="var(--mark)" />
  </svg>
)

export const HashIcon = () => <Icon size={16}><path d="M7.5 3 6 17M14 3l-1.500 14M3.500 7.500h14M2.500 12.500h14" /></Icon>
export const LockIcon = () => <Icon size={16}><rect x="4" y="9" width="12" height="8" rx="2" /><path d="M6.500 9V6.500a3.500 3.500 0 0 1 7 0V9" /></Icon>
export const ThreadIcon = () => <Icon><path d="M16 4H4a1.500 1.500 0 0 0-1.500 1.500v7A1.500 1.500 0 0 0 4 14h1.500v3l4-3H16a1.500 1.500 0 0 0 1.500-1.500v-7A1.500 1.500 0 0 0 16 4zM6.500 7.500h7M6.500 10.500h4" /></Icon>
export const MoreIcon = () => <Icon><g fill="currentColor" stroke="none"><circle cx="4.500" cy="10" r="1.600" /><circle cx="10" cy="10" r="1.600" /><circle cx="15.500" cy="10" r="1.600" /></g></Icon>
export const CloseIcon = () => <Icon><path d="m5 5 10 10M15 5 5 15" /></Icon>
export const SendIcon = () => <Icon><path d="M3 10 17 3.500 13 17l-3.500-5.500L3 10zM9.500 11.500 17 3.500" /></Icon>
export const ClipIcon = () => <Icon><path d="m16.500 9.500-6.700 6.700a4 4 0 0 1-5.700-5.700L11 3.700a2.700 2.700 0 0 1 3.800 3.800l-6.700 6.700a1.300 1.300 0 0 1-1.900-1.900l6.100-6.100" /></Icon>
export const BoltIcon = () => <Icon><path d="M11 2.500 4 11.500h5l-1 6 7-9h-5l1-6z" /></Icon>
export const ChevronIcon = () => <Icon size={16}><path d="m5 7.500 5 5 5-5" /></Icon>
export const BackIcon = () => <Icon><path d="m12.500 4-6 6 6 6" /></Icon>
export const EyeIcon = () => <Icon size={14}><path d="M1.500 10S4.500 4.500 10 4.500 18.500 10 18.500 10 15.500 15.500 10 15.500 1.500 10 1.500 10z" /><circle cx="10" cy="10" r="2.500" /></Icon>
export const FileIcon = () => <Icon size={22}><path d="M11.500 2.500H5.500A1.500 1.500 0 0 0 4 4v12a1.500 1.500 0 0 0 1.500 1.500h9A1.500 1.500 0 0 0 16 16V7l-4.500-4.500zM11.500 2.500V7H16" /></Icon>
export const UploadIcon = () => <Icon><path d="M10 13V3.500M6.500 7 10 3.500 13.500 7M3.500 13v2.500a1 1 0 0 0 1 1h11a1 1 0 0 0 1-1V13" /></Icon>
export const ClockIcon = () => <Icon size={16}><circle cx="10" cy="10" r="7" /><path d="M10 6v4l2.500 2" /></Icon>
export const TrafficIcon = () => <Icon size={16}><path d="M6 16V4M6 4 3 7M6 4l3 3M14 4v12M14 16l-3-3M14 16l3-3" /></Icon>
export const CheckIcon = () => <Icon size={16}><path d="m4 10.500 4 4 8-9" /></Icon>
export const AlertIcon = () => <Icon size={16}><circle cx="10" cy="10" r="7.500" /><path d="M10 6v5M10 13.700v.1" /></Icon>
