using System.Runtime.CompilerServices;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>The code of a type that deals with ML.NET.</summary>
sealed class CodeOfType
{
    static readonly ConditionalWeakTable<SemanticModel, IReadOnlyList<CodeOfType>> Known = new();

    readonly Lazy<TypeFlow> _flow;

    CodeOfType(INamedTypeSymbol type, IReadOnlyList<CodeBody> bodies, IReadOnlyList<IInvocationOperation> calls)
    {
        (Type, Calls) = (type, calls);
        _flow = new(() => new(bodies.Select(static body => BodyFlow.Get(body.Root, body.Symbol)).OfType<BodyFlow>()));
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>The calls that deal with ML.NET.</summary>
    public IReadOnlyList<IInvocationOperation> Calls { get; }

    /// <summary>Made when it is asked for first: following values costs more than all else.</summary>
    public TypeFlow Flow => _flow.Value;

    /// <summary>Follows values from the code of the type on.</summary>
    /// <param name="file">The file that is looked at.</param>
    public ValueReader Values(SemanticModel file) => new(Flow, MemberBodies.Get(file.Compilation), file);

    /// <summary>The types to look at with a file: a type in several files is looked at once, with the first of them.</summary>
    public static IReadOnlyList<CodeOfType> AllIn(SemanticModel file, CancellationToken stop) =>
        Known.TryGetValue(file, out var known) ? known : Known.GetValue(file, model => [.. Read(model, stop)]);

    static IEnumerable<CodeOfType> Read(SemanticModel file, CancellationToken stop)
    {
        foreach (var type in CodeBody.AllIn(file, stop).GroupBy(static body => body.Symbol.ContainingType, TypeComparer))
        {
            var files = FilesOf(type.Key, stop);
            if (files.Count > 1 && files[0] != file.SyntaxTree)
                continue;
            var calls = new List<IInvocationOperation>();
            var bodies = files.Count < 2 ? type : files.SelectMany(part => Part(part, type.Key, file.Compilation, stop));
            CodeBody[] concerned = [.. bodies.Where(body => AddCalls(body, calls))];
            if (calls.Count > 0)
                yield return new(type.Key, concerned, calls);
        }
    }

    static readonly IEqualityComparer<INamedTypeSymbol> TypeComparer = SymbolEqualityComparer.Default;

    /// <summary>The files with parts of a type that may deal with ML.NET.</summary>
    static IReadOnlyList<SyntaxTree> FilesOf(INamedTypeSymbol type, CancellationToken stop) => type.DeclaringSyntaxReferences.Length < 2
        ? []
        : [.. type.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree).Distinct()
            .Where(part => (FileText.Read(part, stop) & FileWords.MachineLearning) != 0)
            .OrderBy(static part => part.FilePath, StringComparer.Ordinal)];

    static IEnumerable<CodeBody> Part(SyntaxTree file, INamedTypeSymbol type, Compilation compilation, CancellationToken stop)
    {
#pragma warning disable RS1030 // Hardly any type has parts in several files that use ML.NET, and a field written in one of them matters in all.
        var model = compilation.GetSemanticModel(file);
#pragma warning restore RS1030
        return CodeBody.AllIn(model, stop).Where(body => SymbolEqualityComparer.Default.Equals(body.Symbol.ContainingType, type));
    }

    static bool AddCalls(CodeBody body, List<IInvocationOperation> calls)
    {
        var before = calls.Count;
        foreach (var operation in body.Operations)
            if (operation is IInvocationOperation call && MachineLearningCode.Touches(call))
                calls.Add(call);
        return calls.Count > before;
    }
}
