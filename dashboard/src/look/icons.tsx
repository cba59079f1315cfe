/** Icons carry no meaning of their own: the text beside them, or the button's label, does. */

const SHAPE = { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": true } as const;

export function SunIcon() {
  return (
    <svg {...SHAPE} className="line-icon">
      <circle cx="8" cy="8" r="3" />
      <path d="M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3.05 3.05l1.13 1.13M11.82 11.82l1.13 1.13" />
      <path d="M3.05 12.95l1.13-1.13M11.82 4.18l1.13-1.13" />
    </svg>
  );
}

export function MoonIcon() {
  return (
    <svg {...SHAPE} className="line-icon">
      <path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z" />
    </svg>
  );
}

export function SearchIcon() {
  return (
    <svg {...SHAPE} className="line-icon">
      <circle cx="7" cy="7" r="4.2" />
      <path d="M10.2 10.2 14 14" />
    </svg>
  );
}
