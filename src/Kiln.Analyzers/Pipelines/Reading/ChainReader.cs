using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>Reads the steps an estimator was appended from, in their order.</summary>
sealed class ChainReader(ValueReader values, MachineLearningTypes types)
{
    /// <summary>A step that cannot be read is null: it may do anything.</summary>
    public IReadOnlyList<StepCall?> Read(IOperation estimator, Frame frame)
    {
        var steps = new List<StepCall?>();
        Add(estimator, frame, steps);
        return steps;
    }

    void Add(IOperation estimator, Frame frame, List<StepCall?> steps)
    {
        switch (values.OriginOf(estimator, frame))
        {
            case (IInvocationOperation { TargetMethod.Name: "Append" or "AppendCacheCheckpoint" or "WithOnFitDelegate" } append, var place)
                when MachineLearningTypes.IsOwn(append.TargetMethod.ContainingType):
                var chain = append.Instance ?? append.Arguments[0].Value;
                Add(chain, place, steps);
                if (append.TargetMethod.Name == "Append" && append.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "estimator") is { } next)
                    Add(next.Value, place, steps);
                break;
            case (IInvocationOperation call, var place) when StepCall.IsStep(call, types):
                steps.Add(new(call, place, values));
                break;
            case (IObjectCreationOperation { Type.Name: "EstimatorChain", Arguments.IsEmpty: true } empty, _) when MachineLearningTypes.IsOwn(empty.Type):
                break;
            default:
                steps.Add(null);
                break;
        }
    }
}
