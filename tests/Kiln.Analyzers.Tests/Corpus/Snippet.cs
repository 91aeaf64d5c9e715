using Kiln.Testing;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Analyzers.Tests.Corpus;

/// <summary>
/// A program of the corpus. <c>// KILN6001</c> at the end of a line says that the rule must speak there, <c>// KILN6001?</c> that it may.
/// The first line says where the program comes from: <c>// origin: alongside the rules</c>, see <see cref="Corpus.Origin"/>.
/// <c>// contract: churn</c> at the top adds <c>Contracts/churn.schema.json</c>, <c>// application: Shop</c> a reference to <c>Applications/Shop.cs</c>.
/// </summary>
sealed partial record Snippet(string Name, string Text)
{
    /// <summary>Where the analysed project has it.</summary>
    public const string Path = "/project/Program.cs";

    static readonly string Folder = System.IO.Path.Combine(Repository.Root, "tests", "Kiln.Analyzers.Tests", "Corpus");

    /// <summary>All of a folder, by name.</summary>
    public static IReadOnlyList<Snippet> In(string folder) =>
        [.. Directory.GetFiles(System.IO.Path.Combine(Folder, folder), "*.cs").Order(StringComparer.Ordinal).Select(path => Read(folder, path))];

    static Snippet Read(string folder, string path) => new($"{folder}/{System.IO.Path.GetFileName(path)}", File.ReadAllText(path));

    public static Snippet Named(string name) => new(name, File.ReadAllText(System.IO.Path.Combine(Folder, name)));

    public bool IsCorrect => Name.StartsWith("Correct/", StringComparison.Ordinal);

    public string Origin => Headers("origin").FirstOrDefault() ?? "";

    /// <summary>What the rules owe the program.</summary>
    public IEnumerable<Label> Labels =>
        from line in Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        let comment = Comment().Match(line.Text)
        where comment.Success
        from Capture id in comment.Groups["id"].Captures
        select new Label(Name, line.Number, id.Value.TrimEnd('?'), id.Value.EndsWith('?'));

    public TestProject Project()
    {
        var project = With(new TestProject { UsesMachineLearning = true, IsProgram = IsProgram }, Text);
        return Headers("application").Aggregate(project, (known, name) => known with { MoreReferences = known.MoreReferences.Add(Application(name)) });
    }

    bool IsProgram => CSharpSyntaxTree.ParseText(Text).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();

    static MetadataReference Application(string name)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Folder, "Applications", name + ".cs"));
        var compilation = (CSharpCompilation)With(new TestProject { UsesMachineLearning = true }, text).Generate().Compilation;
        using var image = new MemoryStream();
        Assert.True(compilation.WithAssemblyName(name).WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    static TestProject With(TestProject project, string text)
    {
        project = project.Source(text, Path);
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Folder, "StandIns"), "*.cs").Order(StringComparer.Ordinal))
            project = project.Source(File.ReadAllText(file), $"/project/StandIns/{System.IO.Path.GetFileName(file)}");
        foreach (var name in new Snippet("", text).Headers("contract"))
            project = project.Contract(name, File.ReadAllText(System.IO.Path.Combine(Folder, "Contracts", name + ".schema.json")));
        return project;
    }

    IEnumerable<string> Headers(string key) => Text.Split('\n')
        .Where(line => line.StartsWith($"// {key}: ", StringComparison.Ordinal))
        .Select(line => line[$"// {key}: ".Length..].Trim());

    [GeneratedRegex(@"//( ?(?<id>KILN\d{4}\??))+\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();
}
