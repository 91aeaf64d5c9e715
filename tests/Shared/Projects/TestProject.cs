using System.Collections.Immutable;
using Kiln.Contracts.Data;
using Kiln.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Testing;

/// <summary>A user's project in memory: sources, contracts, what MSBuild tells the compiler.</summary>
sealed record TestProject
{
    static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Append(typeof(ModelAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>ML.NET, where the tests' project refers to it.</summary>
    static readonly ImmutableArray<MetadataReference> MachineLearningReferences =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("Microsoft.ML", StringComparison.Ordinal) || Path.GetFileName(path) == "netstandard.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public LanguageVersion Language { get; init; } = LanguageVersion.CSharp12;

    public ImmutableArray<(string Path, string Text)> Sources { get; init; } = [];

    /// <summary>Whether the project refers to ML.NET.</summary>
    public bool UsesMachineLearning { get; init; }

    /// <summary>Whether the project makes a program, with <c>Main</c> or top-level statements.</summary>
    public bool IsProgram { get; init; }

    /// <summary>What it refers to besides the framework, Kiln and ML.NET.</summary>
    public ImmutableArray<MetadataReference> MoreReferences { get; init; } = [];

    public ImmutableArray<ContractText> Contracts { get; init; } = [];

    /// <summary>Files beside the contracts that the compiler is given, such as locks.</summary>
    public ImmutableArray<AdditionalText> Files { get; init; } = [];

    public TestOptions Options { get; init; } = new();

    CSharpParseOptions Parse => new(Language, DocumentationMode.Diagnose);

    public TestProject Source(string text, string path = "/project/Model.cs") => this with { Sources = Sources.Add((path, text)) };

    public TestProject Contract(string dataset, params Column[] columns) =>
        Contract(dataset, ContractJson.Write(new() { Dataset = dataset, Columns = columns }));

    public TestProject Contract(DataContract contract) => Contract(contract.Dataset, ContractJson.Write(contract));

    public TestProject Contract(string dataset, string json) => this with { Contracts = Contracts.Add(new(dataset, json)) };

    public TestProject Signature(string model, string json) => this with { Files = Files.Add(new SignatureText(model, json)) };

    public TestProject File(string path, string text) => this with { Files = Files.Add(new PlainText(path, text)) };

    public TestProject Property(string name, string value) => this with { Options = Options.With(name, value) };

    /// <summary>As strict as a compilation can be: every warning is an error, undocumented members too.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "App",
        Sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, Parse, source.Path, System.Text.Encoding.UTF8)),
        (UsesMachineLearning ? References.AddRange(MachineLearningReferences) : References).AddRange(MoreReferences),
        new CSharpCompilationOptions(IsProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithGeneralDiagnosticOption(ReportDiagnostic.Error)
            .WithWarningLevel(9999)
            // The tests' own predictor stands before Kiln's.
            .WithSpecificDiagnosticOptions([new("CS0436", ReportDiagnostic.Suppress), new("CS1701", ReportDiagnostic.Suppress)]));

    public CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        Contracts.CastArray<AdditionalText>().AddRange(Files),
        Parse,
        Options,
        new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public Generated Generate()
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compile(), out var compilation, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return new(result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString()), compilation);
    }
}
