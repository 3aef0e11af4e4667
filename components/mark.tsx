/** The product's mark: a speech bubble whose line is struck out. Decoration beside a name, so hidden from screen readers. */
export function Mark() {
  return (
    <svg className="tacit-mark" viewBox="0 0 128 128" aria-hidden="true" focusable="false">
      <rect width="128" height="128" rx="30" className="tacit-mark-ground" />
      <path
        d="M34 26h60a14 14 0 0 1 14 14v36a14 14 0 0 1-14 14H66L44 108V90H34a14 14 0 0 1-14-14V40a14 14 0 0 1 14-14z"
        className="tacit-mark-bubble"
      />
      <rect x="36" y="50" width="56" height="16" rx="8" className="tacit-mark-bar" />
    </svg>
  );
}
