using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Generators.Fingerprints;

/// <summary>What an operation says besides its kind, its type and the operations in it.</summary>
sealed class OperationFacts(ReachedCode code)
{
    readonly CallFacts _calls = new(code);
    readonly PatternFacts _patterns = new(code);

    Fingerprint Text => code.Text;

    SymbolWriter Symbols => code.Symbols;

    /// <summary>False for a kind that is not known here: whoever writes it must write its tokens.</summary>
    public bool Write(IOperation operation) => operation switch
    {
        IInvalidOperation => false,
        IPatternOperation or IPropertySubpatternOperation or ISwitchExpressionArmOperation
            or ICaseClauseOperation or ISwitchCaseOperation => _patterns.Write(operation),
        _ => Says(operation) || _calls.Write(operation) || IsPlain(operation.Kind),
    };

    bool Says(IOperation operation)
    {
        switch (operation)
        {
            case IConversionOperation conversion:
                WriteFlags(conversion.IsTryCast, conversion.IsChecked);
                Symbols.Write(conversion.OperatorMethod);
                if (conversion.Type is { IsReferenceType: true })
                    ShowEnum(conversion.Operand.Type);
                return true;
            case IUnaryOperation unary:
                Text.Add((int)unary.OperatorKind);
                WriteFlags(unary.IsLifted, unary.IsChecked);
                Symbols.Write(unary.OperatorMethod);
                return true;
            case IBinaryOperation binary:
                Text.Add((int)binary.OperatorKind);
                WriteFlags(binary.IsLifted, binary.IsChecked);
                Symbols.Write(binary.OperatorMethod);
                WriteTruth(binary);
                return true;
            case IIncrementOrDecrementOperation step:
                WriteFlags(step.IsPostfix, step.IsLifted, step.IsChecked);
                Symbols.Write(step.OperatorMethod);
                return true;
            case ICompoundAssignmentOperation assignment:
                Text.Add((int)assignment.OperatorKind);
                WriteFlags(assignment.IsLifted, assignment.IsChecked);
                Symbols.Write(assignment.OperatorMethod);
                Symbols.Write(assignment.InConversion.MethodSymbol);
                Symbols.Write(assignment.OutConversion.MethodSymbol);
                return true;
            case ISimpleAssignmentOperation assignment:
                WriteFlags(assignment.IsRef);
                return true;
            case IEventAssignmentOperation assignment:
                WriteFlags(assignment.Adds);
                return true;
            case ICoalesceOperation coalesce:
                Symbols.Write(coalesce.ValueConversion.MethodSymbol);
                return true;
            case IRangeOperation range:
                WriteFlags(range.LeftOperand is not null, range.RightOperand is not null, range.IsLifted);
                return true;
            case IConditionalOperation conditional:
                WriteFlags(conditional.IsRef);
                return true;
            case ILocalReferenceOperation local:
                Symbols.Write(local.Local);
                return true;
            case IParameterReferenceOperation parameter:
                Symbols.Write(parameter.Parameter);
                return true;
            case IInstanceReferenceOperation instance:
                Text.Add(instance.Syntax is BaseExpressionSyntax ? "base" : instance.ReferenceKind.ToString());
                return true;
            case ITypeOfOperation type:
                code.Types.WriteShown(type.TypeOperand);
                return true;
            case ISizeOfOperation type:
                code.Types.WriteType(type.TypeOperand);
                return true;
            case IIsTypeOperation type:
                WriteFlags(type.IsNegated);
                code.Types.WriteType(type.TypeOperand);
                return true;
            case IInterpolationOperation part:
                ShowEnum(part.Expression.Type);
                WriteFlags(part.Alignment is not null, part.FormatString is not null);
                return true;
            case IDeconstructionAssignmentOperation { Syntax: AssignmentExpressionSyntax syntax }:
                WriteDeconstruction(code.Model(syntax).GetDeconstructionInfo(syntax));
                return true;
            case IVariableDeclaratorOperation declarator:
                Symbols.Write(declarator.Symbol);
                Text.Add((int)declarator.Symbol.RefKind);
                code.Types.WriteType(declarator.Symbol.Type);
                return true;
            case IAnonymousFunctionOperation function:
                Text.Add(function.Symbol.IsAsync ? "async" : "");
                code.Types.WriteSignature(function.Symbol);
                foreach (var parameter in function.Symbol.Parameters)
                    code.Names.WriteNumber(parameter);
                return true;
            case IBranchOperation branch:
                Text.Add((int)branch.BranchKind);
                Symbols.Write(branch.Target);
                return true;
            case ILabeledOperation labeled:
                Symbols.Write(labeled.Label);
                return true;
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax } loop:
                WriteFlags(loop.IsAsynchronous);
                WriteForEach(code.Model(syntax).GetForEachStatementInfo(syntax));
                return true;
            case IForLoopOperation loop:
                Text.Add(loop.Before.Length).Add(loop.AtLoopBottom.Length);
                WriteFlags(loop.Condition is not null);
                return true;
            case IWhileLoopOperation loop:
                WriteFlags(loop.ConditionIsTop, loop.ConditionIsUntil);
                return true;
            case ICatchClauseOperation clause:
                code.Types.WriteType(clause.ExceptionType);
                WriteFlags(clause.ExceptionDeclarationOrExpression is not null, clause.Filter is not null);
                return true;
            case IUsingOperation block:
                WriteFlags(block.IsAsynchronous);
                foreach (var local in block.Locals)
                    WriteDisposal(local.Type);
                WriteDisposal(block.Resources.Type);
                return true;
            case IUsingDeclarationOperation declaration:
                WriteFlags(declaration.IsAsynchronous);
                foreach (var declarator in declaration.DeclarationGroup.Declarations.SelectMany(static one => one.Declarators))
                    WriteDisposal(declarator.Symbol.Type);
                return true;
            case IAwaitOperation { Syntax: AwaitExpressionSyntax syntax }:
                WriteAwait(code.Model(syntax).GetAwaitExpressionInfo(syntax));
                return true;
            default:
                return false;
        }
    }

    /// <summary>Kinds that say nothing of their own.</summary>
    static bool IsPlain(OperationKind kind) => kind
        is OperationKind.Block or OperationKind.VariableDeclarationGroup or OperationKind.VariableDeclaration
        or OperationKind.VariableInitializer
        or OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer
        or OperationKind.ConstructorBody or OperationKind.Switch or OperationKind.Return
        or OperationKind.YieldReturn or OperationKind.YieldBreak
        or OperationKind.Lock or OperationKind.Try or OperationKind.ExpressionStatement or OperationKind.Throw
        or OperationKind.ArrayElementReference or OperationKind.ArrayCreation or OperationKind.ArrayInitializer
        or OperationKind.CoalesceAssignment or OperationKind.ConditionalAccess or OperationKind.ConditionalAccessInstance
        or OperationKind.InterpolatedString or OperationKind.InterpolatedStringText or OperationKind.AnonymousObjectCreation
        or OperationKind.ObjectOrCollectionInitializer or OperationKind.Tuple or OperationKind.DelegateCreation
        or OperationKind.DefaultValue
        or OperationKind.DeclarationExpression or OperationKind.SwitchExpression or OperationKind.IsPattern or OperationKind.Discard
        or OperationKind.OmittedArgument or OperationKind.Literal;

    void WriteFlags(params bool[] flags) => Text.Add(string.Concat(flags.Select(static flag => flag ? '1' : '0')));

    /// <summary>A value that is boxed or formatted may show its name.</summary>
    void ShowEnum(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            type = nullable.TypeArguments[0];
        if (type is { TypeKind: TypeKind.Enum })
            code.Types.Show(type);
    }

    /// <summary>The compiler asks for truth where <c>&amp;&amp;</c> is a type's own.</summary>
    void WriteTruth(IBinaryOperation binary)
    {
        if (binary.OperatorMethod?.ContainingType is not { } type
            || binary.OperatorKind is not (BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr))
            return;
        foreach (var name in new[] { WellKnownMemberNames.TrueOperatorName, WellKnownMemberNames.FalseOperatorName })
            foreach (var truth in type.GetMembers(name))
                Symbols.Write(truth);
    }

    void WriteDisposal(ITypeSymbol? type)
    {
        if (type is null || !code.Owns(type))
            return;
        foreach (var member in type.GetMembers("Dispose").Concat(type.GetMembers("DisposeAsync")))
            Symbols.Write(member);
    }

    void WriteForEach(ForEachStatementInfo info)
    {
        Symbols.Write(info.GetEnumeratorMethod);
        Symbols.Write(info.MoveNextMethod);
        Symbols.Write(info.CurrentProperty?.GetMethod);
        Symbols.Write(info.DisposeMethod);
        code.Types.WriteType(info.ElementType);
        Symbols.Write(info.CurrentConversion.MethodSymbol);
        Symbols.Write(info.ElementConversion.MethodSymbol);
    }

    void WriteAwait(AwaitExpressionInfo info)
    {
        Symbols.Write(info.GetAwaiterMethod);
        Symbols.Write(info.IsCompletedProperty?.GetMethod);
        Symbols.Write(info.GetResultMethod);
    }

    void WriteDeconstruction(DeconstructionInfo info)
    {
        Symbols.Write(info.Method);
        Symbols.Write(info.Conversion?.MethodSymbol);
        foreach (var nested in info.Nested)
            WriteDeconstruction(nested);
    }
}
