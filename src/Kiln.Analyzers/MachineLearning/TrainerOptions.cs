using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.MachineLearning;

/// <summary>What a trainer is told by the options object of its call.</summary>
sealed class TrainerOptions
{
    readonly Dictionary<string, IOperation> _set = new(StringComparer.Ordinal);

    TrainerOptions(IObjectCreationOperation creation)
    {
        Creation = creation;
        if (creation.Initializer is { } initializer)
            foreach (var one in initializer.Initializers)
                Add(one);
    }

    /// <summary>Where the object is made.</summary>
    public IObjectCreationOperation Creation { get; }

    /// <summary>The value a member is set to, or null where it keeps its default.</summary>
    public IOperation? this[string member] => _set.TryGetValue(member, out var value) ? value : null;

    /// <summary>Whether a call takes an options object.</summary>
    public static bool AreTaken(IInvocationOperation call) => call.Argument("options") is not null;

    /// <summary>Null where there are none, or where they are made or changed out of sight.</summary>
    public static TrainerOptions? Read(IInvocationOperation call) => call.Argument("options")?.Unwrapped() switch
    {
        IObjectCreationOperation creation => new(creation),
        ILocalReferenceOperation local => ReadLocal(local),
        _ => null,
    };

    static TrainerOptions? ReadLocal(ILocalReferenceOperation use)
    {
        TrainerOptions? options = null;
        var uses = new List<ILocalReferenceOperation>();
        foreach (var operation in use.Root().Descendants())
            if (operation is IVariableDeclaratorOperation declarator && Same(declarator.Symbol, use.Local))
                options = declarator.GetVariableInitializer()?.Value.Unwrapped() is IObjectCreationOperation made ? new(made) : null;
            else if (operation is ILocalReferenceOperation other && Same(other.Local, use.Local))
                uses.Add(other);
        return options is not null && uses.All(options.Understands) ? options : null;
    }

    /// <summary>A member that is read or set, or a trainer that takes the object; nothing that could change it elsewhere.</summary>
    bool Understands(ILocalReferenceOperation use)
    {
        var outer = use.Parent;
        while (outer is IConversionOperation)
            outer = outer.Parent;
        if (outer is IMemberReferenceOperation member)
        {
            if (member.Parent is IAssignmentOperation assignment && assignment.Target == member)
                Add(assignment);
            return true;
        }
        return outer is IArgumentOperation { Parent: IInvocationOperation call } && MachineLearningTypes.IsOwn(call.TargetMethod);
    }

    void Add(IOperation operation)
    {
        if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } assignment)
            _set[member.Member.Name] = assignment.Value;
    }

    static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
