using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>A call of a file with its values followed. To be asked of few calls only: following values costs more than all else.</summary>
static class FollowedCall
{
    /// <summary>Null where it stands in code that is looked at with another file.</summary>
    public static EstimatorCall? Find(IInvocationOperation call, CodeContext code)
    {
        foreach (var type in CodeOfType.AllIn(code.File.SemanticModel, code.CancellationToken))
            if (type.Calls.Contains(call))
                foreach (var body in type.Flow.Bodies)
                    foreach (var operation in body.Operations)
                        if (operation is IInvocationOperation same && same.Syntax == call.Syntax)
                            return new(same, new(body), type.Values(code.File.SemanticModel));
        return null;
    }
}
