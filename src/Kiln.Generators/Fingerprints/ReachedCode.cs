using Kiln.Contracts;
using Microsoft.CodeAnalysis;

namespace Kiln.Generators.Fingerprints;

/// <summary>
/// The code that a method reaches in its compilation, written part by part in the order of discovery. The compilation's own symbols are
/// numbered in that order, so that neither names nor places matter.
/// </summary>
sealed class ReachedCode
{
    static readonly int Parts = Enum.GetValues(typeof(Part)).Length;

    readonly Queue<(Part Part, ISymbol Symbol)> _open = new();
    readonly HashSet<ISymbol>[] _seen =
        [.. Enumerable.Range(0, Parts).Select(static _ => new HashSet<ISymbol>(SymbolEqualityComparer.Default))];
    readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    readonly MemberWriter _members;
    readonly TypeWriter _types;
    readonly DispatchWriter _dispatch;
    readonly StaticWriter _statics;

    public ReachedCode(Compilation compilation, CancellationToken stop)
    {
        (Compilation, Stop) = (compilation, stop);
        Names = new(this);
        Types = new(this);
        Symbols = new(this);
        Attributes = new(this);
        Operations = new(this);
        _members = new(this);
        _types = new(this);
        _dispatch = new(this);
        _statics = new(this);
    }

    public Compilation Compilation { get; }

    public CancellationToken Stop { get; }

    public Fingerprint Text { get; } = new();

    public SymbolNames Names { get; }

    public TypeReferenceWriter Types { get; }

    public SymbolWriter Symbols { get; }

    public AttributeWriter Attributes { get; }

    public OperationWriter Operations { get; }

    /// <summary>The files that had a say.</summary>
    public IReadOnlyCollection<SyntaxTree> Trees => _models.Keys;

    public bool Owns(ISymbol symbol) => ReferenceEquals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>A part is written once, and not inside of another.</summary>
    public void Open(Part part, ISymbol symbol)
    {
        if (_seen[(int)part].Add(symbol))
            _open.Enqueue((part, symbol));
    }

    /// <summary>A symbol of the compilation is used: what it does counts, and so does what runs because of it.</summary>
    public void Reach(ISymbol symbol)
    {
        Open(Part.Content, symbol);
        if (symbol is IMethodSymbol method && DispatchWriter.Root(method) is { } root)
            Open(Part.Dispatch, root);
        if (symbol is not ITypeSymbol && symbol.ContainingType is { } type
            && (symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor }))
            Open(Part.Start, type.OriginalDefinition);
    }

    public SemanticModel Model(SyntaxNode node)
    {
        if (!_models.TryGetValue(node.SyntaxTree, out var model))
            _models.Add(node.SyntaxTree, model = Compilation.GetSemanticModel(node.SyntaxTree));
        return model;
    }

    /// <summary>A file that is looked at has a say, though nothing in it was found.</summary>
    public void Watch(SyntaxNode node) => Model(node);

    public void WriteAll()
    {
        while (_open.Count > 0)
        {
            Stop.ThrowIfCancellationRequested();
            var (part, symbol) = _open.Dequeue();
            if (part != Part.Start)
            {
                // A type is no news by itself: a helper may stand in any.
                Text.Add(part.ToString());
                Names.WriteNumber(symbol);
            }
            Write(part, symbol);
        }
        _statics.WriteOrder();
    }

    void Write(Part part, ISymbol symbol)
    {
        switch (part)
        {
            case Part.Shape:
                _types.WriteShape((INamedTypeSymbol)symbol);
                break;
            case Part.Row:
                _types.WriteRow((INamedTypeSymbol)symbol);
                break;
            case Part.Instance:
                _dispatch.WriteInstance((INamedTypeSymbol)symbol);
                break;
            case Part.Dispatch:
                _dispatch.WriteMember((IMethodSymbol)symbol);
                break;
            case Part.Start:
                _statics.WriteStart((INamedTypeSymbol)symbol);
                break;
            default:
                if (symbol is INamedTypeSymbol type)
                    _types.WriteKind(type);
                else if (symbol is IMethodSymbol method)
                    _members.WriteMethod(method);
                else
                    _statics.WriteStorage(symbol);
                break;
        }
    }
}
