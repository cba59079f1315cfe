import { memo, useId } from "react";
import { SearchIcon } from "../look/icons.js";
import { ANYTHING, PLATFORM, type choicesOf, type Filter } from "../live/view-rows.js";
import { useWords } from "../words/language.js";

interface FilterBarProps {
  filter: Filter;
  choices: ReturnType<typeof choicesOf>;
  onFilter(filter: Filter): void;
}

/** Narrows the table by words, partner, currency and purpose. */
export const FilterBar = memo(function FilterBar({ filter, choices, onFilter }: FilterBarProps) {
  const { filter: words, platform } = useWords();
  const partners = choices.partners.map((partner): [string, string] =>
    partner ? [partner.id, partner.name] : [PLATFORM, platform],
  );
  const set = (part: Partial<Filter>): void => onFilter({ ...filter, ...part });
  return (
    <div className="filter-bar" role="search" aria-label={words.label}>
      <label className="search">
        <span className="visually-hidden">{words.search}</span>
        <SearchIcon />
        <input
          type="search"
          value={filter.text}
          placeholder={words.searchHint}
          onChange={(event) => set({ text: event.target.value })}
        />
      </label>
      <Choose
        label={words.partner}
        value={filter.partner}
        options={partners}
        onChange={(partner) => set({ partner })}
      />
      <Choose
        label={words.currency}
        value={filter.currency}
        options={choices.currencies.map((each) => [each, each])}
        onChange={(currency) => set({ currency })}
      />
      <Choose
        label={words.purpose}
        value={filter.purpose}
        options={choices.purposes.map((each) => [each, each])}
        onChange={(purpose) => set({ purpose })}
      />
      {filter !== ANYTHING && (
        <button type="button" className="plain" onClick={() => onFilter(ANYTHING)}>
          {words.clear}
        </button>
      )}
    </div>
  );
});

interface ChooseProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange(value: string): void;
}

function Choose({ label, value, options, onChange }: ChooseProps) {
  const { filter: words } = useWords();
  const id = useId();
  return (
    <span className="choose">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.all}</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </span>
  );
}
