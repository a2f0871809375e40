using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Lectures.Indexing;

/// <summary>
/// How the words of passages (<see cref="PassageTerms"/>) lie in the index. A question reads those of a few hundred passages, one after the
/// other into the same memory; Lucene's own format makes a new array for each. A file a segment: the values one after the other, where
/// each ends (64 bits), a checksum.
/// </summary>
[DocValuesFormatName(Registered)]
internal sealed class PassageTermsFormat : DocValuesFormat
{
    public const string Registered = "ClioPassageTerms";

    private const string Extension = "cpt";
    private const int Version = 0;

    public override DocValuesConsumer FieldsConsumer(SegmentWriteState state) =>
        new Writer(state.Directory.CreateOutput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, Extension), state.Context));

    public override DocValuesProducer FieldsProducer(SegmentReadState state) =>
        new Reader(state.Directory.OpenInput(IndexFileNames.SegmentFileName(state.SegmentInfo.Name, state.SegmentSuffix, Extension), state.Context), state.SegmentInfo.DocCount);

    private static NotSupportedException OnlyOne() => new($"{nameof(PassageTermsFormat)} is made for {IndexFields.Terms} alone.");

    private sealed class Writer(IndexOutput output) : DocValuesConsumer
    {
        private bool isWritten;

        /// <param name="values">One a document, null where it has none.</param>
        public override void AddBinaryField(FieldInfo field, IEnumerable<BytesRef> values)
        {
            if (isWritten)
            {
                throw OnlyOne();
            }

            isWritten = true;
            CodecUtil.WriteHeader(output, Registered, Version);
            var ends = new List<long>();
            foreach (var value in values)
            {
                if (value is not null)
                {
                    output.WriteBytes(value.Bytes, value.Offset, value.Length);
                }

                ends.Add(output.Position);
            }

            ends.ForEach(output.WriteInt64);
            CodecUtil.WriteFooter(output);
        }

        public override void AddNumericField(FieldInfo field, IEnumerable<long?> values) => throw OnlyOne();

        public override void AddSortedField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrd) => throw OnlyOne();

        public override void AddSortedSetField(FieldInfo field, IEnumerable<BytesRef> values, IEnumerable<long?> docToOrdCount, IEnumerable<long?> ords) => throw OnlyOne();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                output.Dispose();
            }
        }
    }

    private sealed class Reader : DocValuesProducer
    {
        private readonly IndexInput input;
        private readonly int documents;
        private readonly long start;

        public Reader(IndexInput input, int documents)
        {
            (this.input, this.documents) = (input, documents);
            try
            {
                CodecUtil.CheckHeader(input, Registered, Version, Version);
                start = input.Position;
                if (input.Length < start + 8L * documents + CodecUtil.FooterLength())
                {
                    throw new CorruptIndexException($"The words of {documents} passages do not fit into {input.Length} bytes ({input}).");
                }
            }
            catch
            {
                input.Dispose();
                throw;
            }
        }

        public override BinaryDocValues GetBinary(FieldInfo field) => new Values((IndexInput)input.Clone(), start, input.Length - CodecUtil.FooterLength() - 8L * documents);

        public override NumericDocValues GetNumeric(FieldInfo field) => throw OnlyOne();

        public override SortedDocValues GetSorted(FieldInfo field) => throw OnlyOne();

        public override SortedSetDocValues GetSortedSet(FieldInfo field) => throw OnlyOne();

        /// <summary>A document without words has an empty value.</summary>
        public override IBits GetDocsWithField(FieldInfo field) => new Bits.MatchAllBits(documents);

        public override long RamBytesUsed() => 0;

        public override void CheckIntegrity() => CodecUtil.ChecksumEntireFile(input);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                input.Dispose();
            }
        }
    }

    /// <param name="start">Of the first value.</param>
    /// <param name="ends">Where the ends of the values begin.</param>
    private sealed class Values(IndexInput input, long start, long ends) : BinaryDocValues
    {
        /// <summary>Into the caller's array where it is large enough.</summary>
        public override void Get(int docID, BytesRef result)
        {
            var from = start;
            input.Seek(ends + 8L * Math.Max(0, docID - 1));
            if (docID > 0)
            {
                from = input.ReadInt64();
            }

            var length = checked((int)(input.ReadInt64() - from));
            if (result.Bytes.Length < length)
            {
                result.Bytes = new byte[2 * length];
            }

            input.Seek(from);
            input.ReadBytes(result.Bytes, 0, length);
            (result.Offset, result.Length) = (0, length);
        }
    }
}
