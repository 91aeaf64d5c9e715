using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Versions;

/// <summary>
/// A path that is the same in every run: a constant, or constants joined below the folder of the program or the shell. Followed through what is
/// written once in the same file. A folder that comes from elsewhere may well be a version's.
/// </summary>
static class ConstantPath
{
    /// <summary>The path's constant parts; null where any other part is not known.</summary>
    public static string? Of(IOperation value) => value.Unwrapped() switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IInvocationOperation call => OfCall(call),
        IPropertyReferenceOperation { Property: { Name: "BaseDirectory", ContainingType.Name: "AppContext" } } => "",
        IPropertyReferenceOperation { Property: { Name: "CurrentDirectory", ContainingType.Name: "Environment" } } => "",
        IFieldReferenceOperation { Field: { IsStatic: true } field } => OfField(field, value),
        ILocalReferenceOperation { Local: var local } => OfLocal(local, value),
        _ => null,
    };

    static string? OfCall(IInvocationOperation call) => (call.TargetMethod.ContainingType.Name, call.TargetMethod.Name) switch
    {
        ("Directory", "GetCurrentDirectory") => "",
        ("Path", "GetFullPath") when call.Arguments.Length == 1 => Of(call.Arguments[0].Value),
        ("Path", "Combine" or "Join") => Joined(call.Arguments.SelectMany(static argument => Parts(argument.Value))),
        _ => null,
    };

    static IEnumerable<IOperation> Parts(IOperation argument) =>
        argument is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues : new[] { argument };

    static string? Joined(IEnumerable<IOperation> parts)
    {
        var texts = parts.Select(Of).ToList();
        return texts.Contains(null) ? null : string.Join("/", texts.Where(static text => text!.Length > 0));
    }

    /// <summary>Read-only, or private, which nearly always is only never said to be read-only.</summary>
    static string? OfField(IFieldSymbol field, IOperation use) =>
        (field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private)
        && field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initial }
        && use.SemanticModel is { } model && model.SyntaxTree == initial.SyntaxTree
        && model.GetOperation(initial) is { } written ? Of(written) : null;

    static string? OfLocal(ILocalSymbol local, IOperation use)
    {
        IOperation? written = null;
        foreach (var operation in use.Root().Descendants())
            if (operation is IVariableDeclaratorOperation declared && SymbolEqualityComparer.Default.Equals(declared.Symbol, local))
                written = declared.GetVariableInitializer()?.Value;
            else if (Assigned(operation) is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
                return null;
        return written is null ? null : Of(written);
    }

    static IOperation? Assigned(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => assignment.Target,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
        _ => null,
    };
}
