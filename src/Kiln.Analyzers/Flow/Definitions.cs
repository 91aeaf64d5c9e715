using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Flow;

/// <summary>
/// All definitions in a control flow graph by variable: locals, parameters, fields, and the captures in which the graph keeps what an
/// expression needs across a branch.
/// </summary>
sealed class Definitions
{
    readonly Dictionary<object, List<Definition>> _of = [];
    readonly HashSet<object> _elusive = [];

    public Definitions(ControlFlowGraph graph)
    {
        foreach (var block in graph.Blocks)
        {
            for (var index = 0; index < block.Operations.Length; index++)
                Collect(block.Operations[index], block.Ordinal, index);
            if (block.BranchValue is { } value)
                Collect(value, block.Ordinal, block.Operations.Length);
        }
    }

    public IReadOnlyList<Definition> All(object variable) => _of.TryGetValue(variable, out var all) ? all : [];

    public IEnumerable<object> Variables => _of.Keys.Concat(_elusive);

    /// <summary>Whether a variable may change where no definition shows it: through a reference, or in a lambda that runs later.</summary>
    public bool IsElusive(object variable) => _elusive.Contains(variable);

    public void AddElusive(IEnumerable<object> variables) => _elusive.UnionWith(variables);

    void Collect(IOperation statement, int block, int index)
    {
        foreach (var operation in statement.DescendantsAndSelf())
            switch (operation)
            {
                case IFlowCaptureOperation capture:
                    Add(capture.Id, capture.Value);
                    break;
                case ISimpleAssignmentOperation { IsRef: true } alias:
                    Lose(alias.Target);
                    Lose(alias.Value);
                    break;
                case ISimpleAssignmentOperation assignment:
                    Write(assignment.Target, assignment.Value);
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    Deconstruct(deconstruction.Target, deconstruction.Value);
                    break;
                case ICompoundAssignmentOperation compound:
                    Write(compound.Target, null);
                    break;
                case IIncrementOrDecrementOperation step:
                    Write(step.Target, null);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                    Write(argument.Value, null);
                    break;
                case IAddressOfOperation address:
                    Lose(address.Reference);
                    break;
                case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                    Add(declared, null);
                    break;
                case IRecursivePatternOperation { DeclaredSymbol: { } declared }:
                    Add(declared, null);
                    break;
                case IListPatternOperation { DeclaredSymbol: { } declared }:
                    Add(declared, null);
                    break;
            }

        void Write(IOperation target, IOperation? value)
        {
            if (Variable(target) is { } variable)
                Add(variable, value);
        }

        void Deconstruct(IOperation target, IOperation? value)
        {
            if (target is IDeclarationExpressionOperation declaration)
                target = declaration.Expression;
            while (value is IConversionOperation conversion)
                value = conversion.Operand;
            if (target is not ITupleOperation targets)
            {
                Write(target, value);
                return;
            }
            var values = value is ITupleOperation tuple && tuple.Elements.Length == targets.Elements.Length ? tuple.Elements : default;
            for (var at = 0; at < targets.Elements.Length; at++)
                Deconstruct(targets.Elements[at], values.IsDefault ? null : values[at]);
        }

        void Add(object variable, IOperation? value)
        {
            if (!_of.TryGetValue(variable, out var all))
                _of.Add(variable, all = []);
            all.Add(new(value, block, index));
        }
    }

    void Lose(IOperation target)
    {
        if (Variable(target) is { } variable)
            _elusive.Add(variable);
    }

    /// <summary>The variable that an assignment's target is; a captured target is the variable that was captured.</summary>
    object? Variable(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } member => member.Field,
        IDeclarationExpressionOperation declaration => Variable(declaration.Expression),
        IFlowCaptureReferenceOperation capture when All(capture.Id) is { Count: 1 } all && all[0].Value is { } value => Variable(value),
        _ => null,
    };
}
