using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Kiln.Analyzers.Pipelines.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines;

/// <summary>Holds the classes of a prediction engine against the chain that its model was fitted from.</summary>
sealed class EngineCheck(DataReader data)
{
    public IEnumerable<Finding> Check(IInvocationOperation call, Frame frame)
    {
        if (!call.IsOwn("CreatePredictionEngine") || call.TargetMethod.TypeArguments.Length != 2 || !IsPlain(call)
            || call.Argument("transformer") is not { } transformer || data.FitOf(transformer, frame) is not var (chain, rows))
            yield break;
        var types = call.TargetMethod.TypeArguments;
        if (ClassColumns.Read(types[0]) is not { } input)
            yield break;
        var columns = ViewColumns.Complete(input.Select(static column => column.ToView()));
        if (ChainRun.Run(chain, columns, isScoring: true).Error is { } error)
            yield return InputClassDoesNotFit.Find(types[0], TypeArgument(call, 0), input, rows, error);
        else if (MemberWithoutColumn.Find(types[1], TypeArgument(call, 1), ChainRun.Run(chain, rows).Columns, input, IgnoresMissing(call)) is { } finding)
            yield return finding;
    }

    /// <summary>ML.NET does, unless it is told not to.</summary>
    static bool IgnoresMissing(IInvocationOperation call) =>
        call.Argument("ignoreMissingColumns")?.ConstantValue is not { HasValue: true, Value: false };

    /// <summary>Whether the classes alone say what the columns are.</summary>
    static bool IsPlain(IInvocationOperation call) => call.Arguments.All(static argument =>
        argument.Parameter?.Type.Name != "SchemaDefinition" || argument.Value.ConstantValue is { HasValue: true, Value: null });

    static Location TypeArgument(IInvocationOperation call, int at) =>
        call.Syntax.DescendantNodes().OfType<GenericNameSyntax>().FirstOrDefault(static name => name.TypeArgumentList.Arguments.Count == 2) is { } generic
            ? generic.TypeArgumentList.Arguments[at].GetLocation()
            : call.Syntax.GetLocation();
}
