using System.Collections.Concurrent;
using System.Collections.Immutable;
using Kiln.Contracts.Models;
using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>A project with a pipeline of its own, and one that it refers to.</summary>
/// <param name="Files">By name.</param>
sealed record PipelineProject(ImmutableSortedDictionary<string, string> Files)
{
    /// <summary>By source: most edits leave the other project alone.</summary>
    static readonly ConcurrentDictionary<string, MetadataReference> Libraries = [];

    /// <summary>The project all edits start from.</summary>
    public static PipelineProject Original { get; } = new(PipelineSources.Files);

    public PipelineProject Edit(string file, string old, string @new)
    {
        var text = Files[file];
        Assert.True(text.Split(old).Length == 2, $"'{old}' must stand once in {file}");
        return new(Files.SetItem(file, text.Replace(old, @new)));
    }

    public PipelineProject Add(string file, string text) => new(Files.Add(file, text));

    public PipelineProject Remove(string file) => new(Files.Remove(file));

    public PipelineProject Append(string file, string text) => new(Files.SetItem(file, Files[file] + "\n" + text));

    public PipelineProject Everywhere(string old, string @new)
    {
        Assert.Contains(Files, file => file.Value.Contains(old));
        return new(Files.ToImmutableSortedDictionary(file => file.Key, file => file.Value.Replace(old, @new)));
    }

    /// <summary>As it is written, referring to the other project as an IDE does.</summary>
    public PipelineDefinition AsWritten() => Pipeline(Compile("/project/", static text => text, static library => library.ToMetadataReference()));

    /// <summary>Laid out otherwise, elsewhere, in another order, referring to the other project as a build does.</summary>
    public PipelineDefinition LaidOutOtherwise() => Pipeline(Compile("/else/where/", Layout.Otherwise, Emitted));

    public CSharpCompilation Compile(string directory, Func<string, string> layout, Func<CSharpCompilation, MetadataReference> refer) =>
        Compile("Shop", Files.Where(file => file.Key != PipelineSources.Library), directory, layout).AddReferences(refer(
            Compile("Shared", Files.Where(file => file.Key == PipelineSources.Library), directory, layout)));

    static CSharpCompilation Compile(
        string name, IEnumerable<KeyValuePair<string, string>> files, string directory, Func<string, string> layout)
    {
        var compilation = files
            .Aggregate(new TestProject { UsesMachineLearning = true }, (project, file) => project.Source(layout(file.Value), directory + file.Key))
            .Compile();
        return compilation.WithAssemblyName(name).WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default));
    }

    static MetadataReference Emitted(CSharpCompilation library) => Libraries.GetOrAdd(library.SyntaxTrees[0].ToString(), _ =>
    {
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    });

    /// <summary>What the definition says in the end.</summary>
    static PipelineDefinition Pipeline(CSharpCompilation compilation)
    {
        var errors = compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join("\n", errors));
        var driver = new TestProject().Driver().RunGeneratorsAndUpdateCompilation(compilation, out var after, out _, TestContext.Current.CancellationToken);
        Assert.Null(Assert.Single(driver.GetRunResult().Results).Exception);
        return DefinitionTests.DefinitionIn(new(new Dictionary<string, string>(), after), "Shop.Models.PriceModel").Pipeline!;
    }
}
