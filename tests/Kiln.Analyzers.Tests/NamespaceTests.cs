using Kiln.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Analyzers.Tests;

/// <summary>Holds the order of the rooms: of two namespaces of a project at most one knows the other, also by way of third ones.</summary>
public sealed class NamespaceTests
{
    const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    [Theory]
    [InlineData("Kiln.Analyzers")]
    [InlineData("Kiln.CodeFixes")]
    [InlineData("Kiln.Generators")]
    public void No_two_namespaces_are_in_a_circle(string project)
    {
        var uses = Uses(project).Distinct().ToLookup(static use => use.From, static use => use.To);
        Assert.NotEmpty(uses);
        Assert.Empty(uses.Select(static use => use.Key).Where(room => Reached(room, uses).Contains(room)).Order(StringComparer.Ordinal));
    }

    static HashSet<string> Reached(string start, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var pending = new Stack<string>(uses[start]);
        while (pending.TryPop(out var room))
            if (reached.Add(room))
                foreach (var next in uses[room])
                    pending.Push(next);
        return reached;
    }

    /// <summary>From which namespace which other one of the project is used: by a type that is named, or the type of a member.</summary>
    static IEnumerable<(string From, string To)> Uses(string project)
    {
        var folder = Path.Combine(Repository.Root, "src", project);
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileNameWithoutExtension(path) != project);
        var compilation = CSharpCompilation.Create(
            project,
            [.. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file))), CSharpSyntaxTree.ParseText(ImplicitUsings)],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.DynamicallyLinkedLibrary));
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var space in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>())
                foreach (var name in space.DescendantNodes().OfType<ExpressionSyntax>())
                    foreach (var type in new[] { model.GetTypeInfo(name).Type, Type(model.GetSymbolInfo(name).Symbol) })
                        if (type is { ContainingNamespace: { IsGlobalNamespace: false } other }
                            && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
                            && other.ToDisplayString() != space.Name.ToString())
                            yield return (space.Name.ToString(), other.ToDisplayString());
        }
    }

    static ITypeSymbol? Type(ISymbol? symbol) => symbol as ITypeSymbol ?? symbol?.ContainingType;
}
