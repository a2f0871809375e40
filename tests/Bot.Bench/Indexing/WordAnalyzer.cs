using Lectures.Indexing;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Token = Lectures.Indexing.Token;

namespace Bot.Bench.Indexing;

/// <summary>The product's text analysis as an ordinary Lucene analyzer: each field's text is analyzed when Lucene asks for it.</summary>
internal sealed class WordAnalyzer(TextAnalysis analysis) : Analyzer
{
    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
        new(new WordTokenizer(analysis, reader, stems: fieldName != IndexFields.Exact));

    private sealed class WordTokenizer : Tokenizer
    {
        private readonly TextAnalysis analysis;
        private readonly bool stems;
        private readonly ICharTermAttribute term;
        private readonly List<Token> tokens = [];
        private int next;

        public WordTokenizer(TextAnalysis analysis, TextReader reader, bool stems)
            : base(reader)
        {
            this.analysis = analysis;
            this.stems = stems;
            term = AddAttribute<ICharTermAttribute>();
        }

        public override void Reset()
        {
            base.Reset();
            tokens.Clear();
            next = 0;
            analysis.Analyze(m_input.ReadToEnd(), tokens);
        }

        public override bool IncrementToken()
        {
            if (next == tokens.Count)
            {
                return false;
            }

            ClearAttributes();
            var word = tokens[next++].Word;
            term.SetEmpty().Append(stems ? word.Stem : word.Exact);
            return true;
        }
    }
}
