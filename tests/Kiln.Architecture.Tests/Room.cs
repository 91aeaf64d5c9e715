using System.Collections.Concurrent;
using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Architecture.Tests;

/// <summary>The sources of one project under src/, bound to each other. What comes from packages is left unbound: only the project's own names count.</summary>
static class Room
{
    const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    static readonly ConcurrentDictionary<string, IReadOnlyList<Knowledge>> Known = new();

    public static IEnumerable<string> All => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    /// <summary>Every use of a name that another namespace of the project declares. Binding a project takes seconds, so it is done once.</summary>
    public static IReadOnlyList<Knowledge> Knowledge(string project) => Known.GetOrAdd(project, static name => Read(Compile(name)));

    static CSharpCompilation Compile(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path));
        return CSharpCompilation.Create(project, [CSharpSyntaxTree.ParseText(Usings, Options), .. trees], Framework, new(OutputKind.DynamicallyLinkedLibrary));
    }

    static IReadOnlyList<Knowledge> Read(CSharpCompilation compilation) =>
    [
        .. from tree in compilation.SyntaxTrees
           let model = compilation.GetSemanticModel(tree)
           from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
           let here = Namespace(name)
           from known in Namespaces(model.GetSymbolInfo(name), compilation.Assembly)
           where known != here
           select new Knowledge(here, known, tree.FilePath, name.Identifier.Text),
    ];

    static IEnumerable<string> Namespaces(SymbolInfo info, IAssemblySymbol project) => (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols)
        .Where(found => found is INamedTypeSymbol or { ContainingType: not null } && SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, project))
        .Select(found => (found as INamedTypeSymbol ?? found.ContainingType).ContainingNamespace.ToDisplayString())
        .Distinct();

    static string Namespace(SyntaxNode node) => node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "<global namespace>";
}
