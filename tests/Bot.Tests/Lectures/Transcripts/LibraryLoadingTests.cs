using System.Reflection;
using System.Runtime.Loader;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts;

public sealed class LibraryLoadingTests
{
    private static readonly string[] Libraries = ["AngleSharp", "Markdig", "YamlDotNet", "DocumentFormat.OpenXml"];

    [Theory]
    [InlineData("same/lecture.txt", "")]
    [InlineData("same/lecture.windows1252.txt", "")]
    [InlineData("same/lecture.md", "Markdig, YamlDotNet")]
    [InlineData("same/lecture.html", "AngleSharp")]
    [InlineData("same/lecture.docx", "DocumentFormat.OpenXml")]
    public void A_library_is_loaded_for_files_of_its_format_alone(string file, string expected)
    {
        var alone = new Alone();
        var assembly = alone.LoadFromAssemblyPath(typeof(TranscriptReader).Assembly.Location);
        var type = assembly.GetType(typeof(TranscriptReader).FullName!)!;
        var options = assembly.GetType(typeof(TranscriptOptions).FullName!)!;
        var wrapped = typeof(Options).GetMethod(nameof(Options.Create))!.MakeGenericMethod(options).Invoke(null, [Activator.CreateInstance(options)]);
        var reader = Activator.CreateInstance(type, wrapped);

        var read = type.GetMethod(nameof(TranscriptReader.Read))!.CreateDelegate(
            typeof(ReadFile<>).MakeGenericType(assembly.GetType(typeof(ReadingContext).FullName!)!), reader);
        var result = typeof(LibraryLoadingTests).GetMethod(nameof(Call), BindingFlags.Static | BindingFlags.NonPublic)!
            .MakeGenericMethod(assembly.GetType(typeof(ReadingContext).FullName!)!).Invoke(null, [read, file]);

        Assert.Equal("Parsed", result!.GetType().Name);
        Assert.Equal(expected, string.Join(", ", alone.Asked.Intersect(Libraries).Order(StringComparer.Ordinal)));
    }

    private delegate object ReadFile<in TContext>(string file, ReadOnlySpan<byte> bytes, TContext? context);

    private static object Call<TContext>(ReadFile<TContext> read, string file) => read(file, File.ReadAllBytes(Path.Combine(TranscriptFiles.Folder, file)), default);

    /// <summary>Notes what is asked for; the format libraries are loaded for it alone, all else is shared.</summary>
    private sealed class Alone() : AssemblyLoadContext("alone", isCollectible: false)
    {
        public HashSet<string> Asked { get; } = [];

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Asked.Add(assemblyName.Name ?? "");
            return null;
        }
    }
}
