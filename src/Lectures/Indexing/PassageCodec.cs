using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene40;
using Lucene.Net.Codecs.Lucene46;

namespace Lectures.Indexing;

/// <summary>
/// Lucene's codec, with words of passages in a format of their own (<see cref="PassageTermsFormat"/>) and lectures as they are: to undo Lucene's compression
/// takes 1.5 ms for an hour of speech, and each excerpt that is shown may be of another lecture.
/// </summary>
[CodecName("ClioPassages")]
internal sealed class PassageCodec : FilterCodec
{
    public PassageCodec()
        : base(new WithPassageTerms())
    {
    }

    public override StoredFieldsFormat StoredFieldsFormat { get; } = new Lucene40StoredFieldsFormat();

    /// <summary>Whoever opens an index, to read or to write, needs the codec and the format known to Lucene by their names.</summary>
    public static DocValuesFormat Register()
    {
        if (DocValuesFormat.GetDocValuesFormatFactory() is not Formats)
        {
            SetCodecFactory(new Codecs());
            DocValuesFormat.SetDocValuesFormatFactory(new Formats());
        }

        return DocValuesFormat.ForName(PassageTermsFormat.Registered);
    }

    private sealed class WithPassageTerms : Lucene46Codec
    {
        private static readonly DocValuesFormat Terms = Register();

        public override DocValuesFormat GetDocValuesFormatForField(string field) => field == IndexFields.Terms ? Terms : base.GetDocValuesFormatForField(field);
    }

    private sealed class Formats : DefaultDocValuesFormatFactory
    {
        protected override void Initialize()
        {
            base.Initialize();
            PutDocValuesFormatType(typeof(PassageTermsFormat));
        }
    }

    private sealed class Codecs : DefaultCodecFactory
    {
        protected override void Initialize()
        {
            base.Initialize();
            PutCodecType(typeof(PassageCodec));
        }
    }
}
