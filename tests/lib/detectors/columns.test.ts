import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../../lib/detectors/catalogue.ts';
import type { NearbyDetector } from '../../../lib/scan/detector.ts';
import { createEngine } from '../../../lib/scan/engine.ts';

const readers = DETECTORS.filter((each): each is NearbyDetector => /^value-in-(?:common-)?column$/.test(each.id));
const [columns] = readers as [NearbyDetector, NearbyDetector];
const alone = createEngine(readers);

/** Type and text of what stands in columns. */
function found(text: string): string[] {
  return alone.scan(text).map(({ entity, span }) => `${entity} ${text.slice(span.start, span.end)}`);
}

describe('a cell', () => {
  it.each<[string, string]>([
    ['CSV', 'name,phone,note\nAl Berry,5035550121,x\nBo Ray,5035550177,y'],
    ['CSV with quotes', '"name","phone","note"\n"Berry, Al","5035550121","a, b"\n"Ray, Bo","5035550177",""'],
    ['columns parted by tabs', 'name\tphone\r\nAl Berry\t5035550121\r\nBo Ray\t5035550177\r\n'],
    ['Markdown', '| name | **phone** |\n|:-----|------:|\n| Al Berry | `5035550121` |\n| Bo Ray | 5035550177 |'],
    [
      'a page',
      '<table>\n<tr><th>name</th><th>phone</th></tr>\n<tr>\n<td>Al Berry</td>\n<td><b>5035550121</b></td></tr>\n<tr><td>Bo Ray</td><td>5035550177</td></tr></table>',
    ],
    ['SQL', "INSERT INTO people (name, phone) VALUES ('Al Berry', '5035550121'), ('Bo Ray', '5035550177');"],
  ])('counts as behind the name of its column: %s', (_, text) => {
    expect(found(text)).toEqual(['PHONE 5035550121', 'PHONE 5035550177']);
  });

  it.each([
    ['a name', 'Name;NIP\nA. Lis;526-104-08-28', 'PL_NIP 526-104-08-28'],
    ['a name elsewhere', 'prénom,nom,passeport\nA,Petit,12AB34567', 'FR_PASSPORT 12AB34567'],
    ['a word for a number', '| Ort | Versicherungsnummer |\n|---|---|\n| Kiel | 65170839J003 |', 'DE_SOCIAL_SECURITY 65170839J003'],
    ['a common word', 'Town,Passport number\nLyon,12AB34567', 'FR_PASSPORT 12AB34567'],
  ])('is read where the head of any column names people or numbers: %s', (_, text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it('is nothing below a name that names nothing of people', () => {
    expect(found('name;size;hits\nindex.html;5261040828;12345678\nmain.css;20240;99')).toEqual([]);
  });

  it('is what its own column names', () => {
    expect(found('name;salary;dob\nTom Beck;72000;1944-05-19\nIna Frost;68500;1951-07-02')).toEqual([
      'SALARY 72000',
      'DATE_OF_BIRTH 1944-05-19',
      'SALARY 68500',
      'DATE_OF_BIRTH 1951-07-02',
    ]);
  });

  it.each([
    ['mrn', 'MEDICAL_RECORD', '12345678'],
    ['employee id', 'EMPLOYEE_ID', 'E-20431'],
    ['student id', 'STUDENT_ID', '2031884'],
    ['health insurance number', 'HEALTH_INSURANCE_ID', '88231745'],
    ['passport number', 'PASSPORT', 'X1234567'],
    ['account number', 'US_BANK_ACCOUNT', '000123456789'],
    ['diagnosis code', 'DIAGNOSIS_CODE', 'E11.9'],
  ])('is read by every detector of what stands behind its name: %s', (name, entity, value) => {
    const far = 'x'.repeat(90);
    expect(found(`patient,note,${name}\nAl Berry,${far},${value}\nBo Ray,${far},${value}`)).toEqual([
      `${entity} ${value}`,
      `${entity} ${value}`,
    ]);
  });

  it.each([
    ['the pay of a trade', 'trade,salary\nwelders,52000\nbakers,41000'],
    ['another column', 'name,orders,phone\nAl Berry,5035550121,\nBo Ray,5035550177,'],
    ['prose with commas', 'Call the phone, please.\nThen 5035550121, it says.'],
    ['a row of another length', 'name,phone\n5035550121,Al Berry,x'],
    ['a head without rows', 'name,phone'],
  ])('is nothing in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('is looked for in sixty rows, and in three of a column that holds nothing', () => {
    const rows = (count: number, cell: (row: number) => string): string =>
      `n,phone\n${Array.from({ length: count }, (_, row) => `${row},${cell(row)}`).join('\n')}`;
    // The window ends before so many rows do: the detector is asked itself.
    const starts = (text: string): number => columns.find(text).length;
    expect(starts(rows(60, (row) => `50355501${10 + row}`))).toBe(60);
    expect(starts(rows(90, (row) => `50355501${10 + row}`))).toBe(60);
    expect(starts(rows(9, (row) => (row < 2 ? '' : '5035550177')))).toBe(7);
    expect(starts(rows(9, (row) => (row < 3 ? '' : '5035550177')))).toBe(0);
  });

  it('is read again only where it or the name of its column changes', () => {
    const read: string[] = [];
    const known = new Set<string>();
    const ask = (text: string): readonly string[] => {
      read.length = 0;
      columns.find(text, (piece, make) => {
        if (!known.has(piece)) read.push(piece.split('\n')[1] ?? '');
        known.add(piece);
        return make(piece);
      });
      return [...read];
    };
    expect(ask('n,phone\n1,5035550121\n2,5035550177')).toEqual(['5035550121', '5035550177']);
    expect(ask('n,phone\n1,5035550121\n2,5035550178')).toEqual(['5035550178']);
    expect(ask('n,mobile\n1,5035550121\n2,5035550178')).toEqual(['5035550121', '5035550178']);
  });
});
