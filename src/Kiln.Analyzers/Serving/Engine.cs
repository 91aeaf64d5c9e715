using Kiln.Analyzers.MachineLearning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Serving;

/// <summary>What is known of prediction engines by their names.</summary>
static class Engine
{
    /// <summary>Whether a type is a <c>PredictionEngine</c>, or one for time series.</summary>
    public static bool IsEngine(this ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
            if (type.Name == "PredictionEngineBase" && MachineLearningTypes.IsOwn(type))
                return true;
        return false;
    }

    /// <summary>Whether a call reads a model from a file.</summary>
    public static bool IsLoad(IInvocationOperation call) =>
        call.TargetMethod is { Name: "Load", ContainingType.Name: "ModelOperationsCatalog" };

    /// <summary>Whether a call makes an engine of a model.</summary>
    public static bool IsCreation(IInvocationOperation call) =>
        call.TargetMethod.Name is "CreatePredictionEngine" or "CreateTimeSeriesEngine";

    /// <summary>Whether a call asks an engine.</summary>
    public static bool IsPrediction(IInvocationOperation call) =>
        call.TargetMethod.Name == "Predict" && call.Receiver()?.Type.IsEngine() == true;
}
