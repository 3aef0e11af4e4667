/** Names from history and science that people ask questions about; lower case. Nobody's personal data is at stake. */
export const PUBLIC_FIGURES: ReadonlySet<string> = new Set(
  (
    'albert einstein|isaac newton|marie curie|charles darwin|ada lovelace|alan turing|grace hopper|nikola tesla|galileo galilei|leonardo da vinci|michelangelo|' +
    'william shakespeare|jane austen|charles dickens|mark twain|ernest hemingway|virginia woolf|george orwell|franz kafka|thomas mann|friedrich schiller|' +
    'johann wolfgang von goethe|johann sebastian bach|wolfgang amadeus mozart|ludwig van beethoven|richard wagner|vincent van gogh|pablo picasso|claude monet|' +
    'rembrandt van rijn|frida kahlo|andy warhol|immanuel kant|karl marx|friedrich nietzsche|sigmund freud|rené descartes|jean-paul sartre|simone de beauvoir|' +
    'abraham lincoln|george washington|thomas jefferson|franklin d. roosevelt|theodore roosevelt|john f. kennedy|richard nixon|ronald reagan|bill clinton|' +
    'barack obama|donald trump|joe biden|winston churchill|margaret thatcher|queen elizabeth|queen victoria|napoleon bonaparte|julius caesar|alexander hamilton|' +
    'martin luther king|martin luther|rosa parks|nelson mandela|mahatma gandhi|mother teresa|malcolm x|angela merkel|konrad adenauer|helmut kohl|willy brandt|' +
    'vladimir lenin|joseph stalin|mikhail gorbachev|vladimir putin|mao zedong|adolf hitler|anne frank|neil armstrong|yuri gagarin|amelia earhart|' +
    'christopher columbus|marco polo|steve jobs|bill gates|elon musk|mark zuckerberg|jeff bezos|tim cook|linus torvalds|donald knuth|stephen hawking|carl sagan|' +
    'richard feynman|max planck|werner heisenberg|erwin schrödinger|niels bohr|enrico fermi|robert oppenheimer|rosalind franklin|louis pasteur|alexander fleming|' +
    'taylor swift|michael jackson|elvis presley|john lennon|paul mccartney|bob dylan|david bowie|freddie mercury|madonna|beyoncé|michael jordan|lionel messi|' +
    'cristiano ronaldo|roger federer|serena williams|sherlock holmes|john watson|harry potter|james bond|romeo montague|elizabeth bennet|jay gatsby'
  ).split('|'),
);
