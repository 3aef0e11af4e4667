import { expand, random } from '../../tests/corpus/generate.ts';

/** What letters, forms and tables about people hold; every line has something to find. */
const LINES = [
  'Dear Ms {{surname}}, we have your payment from IBAN {{iban:DE, }} (BIC MARKDEF1{{digit:3}}), thank you.',
  '{{given}} {{surname}}, born 1{{digit:1}}/0{{digit:1}}/198{{digit:1}}, {{lower:6}}.{{lower:8}}@{{lower:7}}.example, +49 30 {{digit:4}} {{digit:4}}',
  'Kunde: {{given}} {{surname}}, Hauptstraße {{digit:2}}, 1{{digit:4}} Berlin, Tel. 030 {{digit:7}}, Steuer-ID {{digit:2}} {{digit:3}} {{digit:3}} {{digit:3}}',
  'Patient {{given}} {{surname}} was diagnosed with diabetes and takes metformin 500 mg; MRN {{digit:8}}, ICD-10 E11.{{digit:1}}',
  '"name": "{{given}} {{surname}}", "ssn": "4{{digit:2}}-1{{digit:1}}-{{digit:4}}", "phone": "(415) 555-{{digit:4}}", "card": "{{luhn:4,16, }}"',
  '{{digit:5}};{{surname}};{{given}};{{lower:5}}@{{lower:9}}.example;0171 {{digit:8}};{{iban:AT}};{{digit:4}}-0{{digit:1}}-1{{digit:1}}',
  'Numéro de sécurité sociale : 2 84 05 88 {{digit:3}} {{digit:3}} {{digit:2}}, téléphone 06 {{digit:2}} {{digit:2}} {{digit:2}} {{digit:2}}, 12 rue de la Paix, 75002 Paris',
  'DNI {{digit:8}}{{upper:1}}, móvil 6{{digit:2}} {{digit:3}} {{digit:3}}, Calle Mayor {{digit:2}}, 28013 Madrid, tarjeta {{luhn:51,16}}',
  'Her salary is $ 8{{digit:1}},000; her IP address is 81.2.{{digit:2}}.{{digit:2}}, the laptop has MAC 3c:22:fb:{{hex:2}}:{{hex:2}}:{{hex:2}}',
  'passport no {{upper:1}}{{digit:8}}, driver license {{upper:1}}{{digit:7}}, NHS number {{digit:3}} {{digit:3}} {{digit:4}}, NI AB {{digit:2}} {{digit:2}} {{digit:2}} C',
  'PESEL {{digit:11}}, NIP {{digit:10}}; CPF {{digit:3}}.{{digit:3}}.{{digit:3}}-{{digit:2}}; PAN ABCPE{{digit:4}}F; Aadhaar {{digit:4}} {{digit:4}} {{digit:4}}',
];
const GIVEN = ['Emily', 'Anna', 'Lukas', 'Priya', 'Marta', 'Jonas', 'Carlos', 'Yuki'];
const SURNAMES = ['Watson', 'Schneider', 'Moreau', 'Kowalska', 'Iyer', 'Tanaka', 'Costa', 'Jensen'];

/** `length` characters, nearly all of them about people; the same seed gives the same text. */
export function personalText(length: number, seed: string): string {
  const next = random(seed);
  const one = (list: readonly string[]): string => list[Math.floor(next() * list.length)] as string;
  let text = '';
  for (let line = 0; text.length < length; line++) {
    const template = one(LINES).replace('{{given}}', one(GIVEN)).replace('{{surname}}', one(SURNAMES));
    text += `${expand(template, `${seed} ${line}`)}\n`;
  }
  return text.slice(0, length);
}
