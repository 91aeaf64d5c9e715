using System.Runtime.CompilerServices;
using Kiln.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Generators.Fingerprints;

/// <summary>Writes code as the compiler understood it, so that two spellings of one thing are one.</summary>
sealed class OperationWriter(ReachedCode code)
{
    readonly OperationFacts _facts = new(code);
    readonly TokenWriter _tokens = new(code);

    Fingerprint Text => code.Text;

    /// <summary>The code of a declaration: a member with its body, an initializer, or the arguments for a base class.</summary>
    public void WriteBody(SyntaxNode syntax)
    {
        if (code.Model(syntax).GetOperation(syntax, code.Stop) is not { } operation)
            _tokens.Write(syntax);
        else if (operation is ILocalFunctionOperation local)
            Write(local.Body);
        else
            Write(operation);
    }

    void Write(IOperation? operation)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        operation = Core(operation);
        if (operation is null)
            Text.Add("nothing");
        else if (operation is IArgumentOperation argument && CallFacts.IsFromThePlace(argument))
            Text.Add("place");
        else if (operation.ConstantValue.HasValue)
        {
            Text.Add("constant");
            code.Types.WriteType(operation.Type);
            Text.Add(ConstantText.Format(operation.ConstantValue.Value));
        }
        else if (operation.Syntax is CollectionExpressionSyntax collection)
            WriteCollection(collection, operation);
        else
            WriteWhole(operation);
    }

    /// <summary>Kinds by number, here and elsewhere: some have two names, and which one is told depends on the compiler's version.</summary>
    void WriteWhole(IOperation operation)
    {
        Text.Add((int)operation.Kind);
        if (_facts.Write(operation))
            code.Types.WriteType(operation.Type);
        else
            _tokens.Write(operation.Syntax);
        if (operation is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation)
            WriteCall(operation);
        else
            WriteAll(operation.ChildOperations);
    }

    void WriteAll(IEnumerable<IOperation> operations)
    {
        var telling = operations.Where(static operation => !SaysNothing(operation)).ToList();
        Text.Add(telling.Count);
        foreach (var operation in telling)
            Write(operation);
    }

    /// <summary>Arguments are evaluated as they are written; it shows where two are more than constants.</summary>
    void WriteCall(IOperation call)
    {
        var arguments = call.ChildOperations.OfType<IArgumentOperation>().ToList();
        Write(call switch
        {
            IInvocationOperation invocation => invocation.Instance,
            IPropertyReferenceOperation property => property.Instance,
            _ => null,
        });
        if (arguments.Count(static argument => !argument.Value.ConstantValue.HasValue) < 2)
            arguments.Sort(static (a, b) => Comparer<int?>.Default.Compare(a.Parameter?.Ordinal, b.Parameter?.Ordinal));
        WriteAll(arguments);
        if (call is IObjectCreationOperation { Initializer: { } initializer })
            Write(initializer);
    }

    /// <summary>By its syntax, because compilers have not always had an operation for it.</summary>
    void WriteCollection(CollectionExpressionSyntax collection, IOperation operation)
    {
        var model = code.Model(collection);
        Text.Add("collection");
        var type = operation.Type ?? model.GetTypeInfo(collection, code.Stop).ConvertedType;
        code.Types.WriteType(type);
        if (type is INamedTypeSymbol named && code.Owns(named))
            WriteBuilders(named);
        Text.Add(collection.Elements.Count);
        foreach (var element in collection.Elements)
        {
            Text.Add((int)element.Kind());
            var expression = element switch
            {
                ExpressionElementSyntax item => item.Expression,
                SpreadElementSyntax spread => spread.Expression,
                _ => null,
            };
            if (expression is null)
            {
                _tokens.Write(element);
                continue;
            }
            code.Symbols.Write(model.GetConversion(expression, code.Stop).MethodSymbol);
            Write(model.GetOperation(expression, code.Stop));
        }
    }

    /// <summary>What may be called to make a collection of the compilation's own.</summary>
    void WriteBuilders(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers().OfType<IMethodSymbol>())
            if (member.Name == "Add" || member is { MethodKind: MethodKind.Constructor, Parameters.Length: 0 })
                code.Symbols.Write(member);
        foreach (var attribute in type.GetAttributes())
            if (attribute is { AttributeClass.Name: "CollectionBuilderAttribute", ConstructorArguments: { Length: 2 } arguments }
                && arguments[0].Value is INamedTypeSymbol builder && arguments[1].Value is string name)
                foreach (var method in builder.GetMembers(name))
                    code.Symbols.Write(method);
    }

    /// <summary>Without what only spelling adds.</summary>
    static IOperation? Core(IOperation? operation)
    {
        while (true)
        {
            var inner = operation switch
            {
                IConversionOperation { OperatorMethod: null, IsTryCast: false } conversion
                    when conversion.Conversion.IsIdentity
                        && SymbolEqualityComparer.Default.Equals(conversion.Type, conversion.Operand.Type) => conversion.Operand,
                // Whether a conversion is around a collection depends on the compiler's version.
                IConversionOperation { Operand.Syntax: CollectionExpressionSyntax } conversion => conversion.Operand,
                IParenthesizedOperation parenthesized => parenthesized.Operand,
                ITranslatedQueryOperation query => query.Operation,
                IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
                IBlockOperation block when block.Operations.Count(static one => !SaysNothing(one)) < 2 =>
                    block.Operations.FirstOrDefault(static one => !SaysNothing(one)),
                IEmptyOperation => null,
                _ => operation,
            };
            if (inner is null || ReferenceEquals(inner, operation))
                return inner;
            operation = inner;
        }
    }

    /// <summary>Local functions are written where they are called, constants where they are used.</summary>
    static bool SaysNothing(IOperation operation) => operation
        is IEmptyOperation
        or ILocalFunctionOperation
        or IReturnOperation { IsImplicit: true, ReturnedValue: null }
        || (operation is IVariableDeclarationGroupOperation group
            && group.Declarations.All(static declaration => declaration.Declarators.All(static declarator => declarator.Symbol.IsConst)));
}
