using Kiln.CodeFixes;
using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Kiln.Analyzers.Tests;

/// <summary>What the code fixes make of a project's findings.</summary>
static class Fixing
{
    static readonly CodeFixProvider[] Fixes =
    [
        .. typeof(KilnCodeFix).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(CodeFixProvider)))
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>The first source file after every offered fix of a rule's findings was applied, one after the other; it must compile as it did before.</summary>
    public static async Task<string> Fixed(this TestProject project, string id)
    {
        for (var left = 20; left > 0; left--)
        {
            var next = await FixedOnce(project, id);
            if (next is null)
                return project.Sources[0].Text;
            project = next;
        }
        throw new InvalidOperationException($"{id}: the fix does not end");
    }

    /// <summary>The titles of the fixes offered for a rule's findings.</summary>
    public static async Task<string[]> Offered(this TestProject project, string id)
    {
        var titles = new List<string>();
        foreach (var finding in (await project.Diagnostics()).Where(finding => finding.Id == id))
            titles.AddRange((await Actions(project, finding)).Select(offer => offer.Action.Title));
        return [.. titles];
    }

    static async Task<TestProject?> FixedOnce(TestProject project, string id)
    {
        foreach (var finding in (await project.Diagnostics()).Where(finding => finding.Id == id))
        {
            if ((await Actions(project, finding)).FirstOrDefault() is not { Action: { } action, Solution: { } before })
                continue;
            var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(TestContext.Current.CancellationToken)));
            var sources = project.Sources;
            foreach (var document in operation.ChangedSolution.Projects.Single().Documents.Where(static document => document.FilePath is not null))
            {
                var text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
                var at = sources.IndexOf(sources.Single(source => source.Path == document.FilePath));
                sources = sources.SetItem(at, (sources[at].Path, text));
            }
            Assert.NotEqual(project.Sources.Select(source => source.Text), sources.Select(source => source.Text));
            Assert.NotNull(before);
            var changed = project with { Sources = sources };
            Assert.Equal(Errors(project), Errors(changed));
            return changed;
        }
        return null;
    }

    static async Task<List<(CodeAction Action, Solution Solution)>> Actions(TestProject project, Diagnostic finding)
    {
        using var workspace = new AdhocWorkspace();
        var compilation = project.Compile();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "App", "App", LanguageNames.CSharp,
            compilationOptions: compilation.Options, parseOptions: compilation.SyntaxTrees[0].Options, metadataReferences: compilation.References));
        foreach (var (path, text) in project.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), Path.GetFileName(path), SourceText.From(text), filePath: path);
        foreach (var (name, text) in project.Generate().Files)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), name, SourceText.From(text));
        var document = solution.Projects.Single().Documents.FirstOrDefault(document => document.FilePath == finding.Location.GetLineSpan().Path);
        var offers = new List<(CodeAction, Solution)>();
        if (document is null)
            return offers;
        foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(
                document, finding, (action, _) => offers.Add((action, solution)), TestContext.Current.CancellationToken));
        return offers;
    }

    static string[] Errors(TestProject project) =>
        [.. project.Generate().Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id)];
}
