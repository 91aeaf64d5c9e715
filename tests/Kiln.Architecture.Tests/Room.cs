using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Architecture.Tests;

/// <summary>The sources of one project under src/, bound to each other. What comes from packages is left unbound: only the project's own names count.</summary>
sealed class Room
{
    static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    static readonly MetadataReference[] Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    readonly CSharpCompilation _compilation;

    public Room(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        Files =
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(path => !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                .Order(StringComparer.Ordinal),
        ];
        const string usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";
        var trees = Files.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options, path));
        _compilation = CSharpCompilation.Create(project, [CSharpSyntaxTree.ParseText(usings, Options), .. trees], Framework, new(OutputKind.DynamicallyLinkedLibrary));
    }

    public static IEnumerable<string> All => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    public IReadOnlyList<string> Files { get; }

    /// <summary>Every use of a name that another namespace of the project declares.</summary>
    public IEnumerable<Knowledge> Knowledge() => _compilation.SyntaxTrees.SelectMany(tree =>
    {
        var model = _compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .SelectMany(name => Namespaces(model.GetSymbolInfo(name)), (name, known) => new Knowledge(Namespace(name), known, tree.FilePath, name.Identifier.Text))
            .Where(knowledge => knowledge.From != knowledge.To);
    });

    IEnumerable<string> Namespaces(SymbolInfo info) => (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols)
        .Where(found => found is INamedTypeSymbol or { ContainingType: not null } && SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, _compilation.Assembly))
        .Select(found => (found as INamedTypeSymbol ?? found.ContainingType).ContainingNamespace.ToDisplayString())
        .Distinct();

    static string Namespace(SyntaxNode node) => node.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault()?.Name.ToString() ?? "<global namespace>";
}
