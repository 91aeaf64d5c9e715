using Kiln.Contracts.Models;
using Kiln.Host.Boosters;
using Kiln.Host.Examples;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Kiln.Host.Training.Linear;

/// <summary>
/// ML.NET's linear models with weights of our own, so that they are exported, held against ONNX Runtime and shipped like any other. Their
/// constructors are internal, and so is the type of one with a calibrator.
/// </summary>
static class LinearModels
{
    // The logistic function itself.
    const double Slope = -1, Offset = 0;

    static readonly Type Calibrated = Internals.Type(typeof(PlattCalibrator).Assembly, "Microsoft.ML.Calibrators.ParameterMixingCalibratedModelParameters`2")
        .MakeGenericType(typeof(LinearBinaryModelParameters), typeof(PlattCalibrator));

    public static ITransformer Create(MLContext ml, DataViewSchema schema, TaskKind task, Weights[] weights, string features) => task switch
    {
        TaskKind.BinaryClassification => Binary(ml, schema, weights[0], features),
        TaskKind.MulticlassClassification => Multiclass(ml, schema, weights, features),
        _ => Regression(ml, schema, weights[0], features),
    };

    static ITransformer Binary(MLContext ml, DataViewSchema schema, Weights weights, string features)
    {
        var linear = Internals.Create<LinearBinaryModelParameters>(ml, Singles(weights), (float)weights.Bias, null);
        var logistic = Internals.Create<PlattCalibrator>(ml, Slope, Offset);
        var model = Internals.Create(Calibrated, ml, linear, logistic);
        return Internals.Create<BinaryPredictionTransformer<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>>(
            ml, model, schema, features, 0f, "Score");
    }

    static ITransformer Multiclass(MLContext ml, DataViewSchema schema, Weights[] weights, string features)
    {
        VBuffer<float>[] values = [.. weights.Select(Singles)];
        float[] biases = [.. weights.Select(output => (float)output.Bias)];
        var model = Internals.Create<MaximumEntropyModelParameters>(ml, values, biases, weights.Length, weights[0].Values.Length, null, null);
        return Internals.Create<MulticlassPredictionTransformer<MaximumEntropyModelParameters>>(
            ml, model, schema, features, ExampleView.Label, "Score", "PredictedLabel");
    }

    static ITransformer Regression(MLContext ml, DataViewSchema schema, Weights weights, string features)
    {
        var model = Internals.Create<LinearRegressionModelParameters>(ml, Singles(weights), (float)weights.Bias);
        return Internals.Create<RegressionPredictionTransformer<LinearRegressionModelParameters>>(ml, model, schema, features);
    }

    static VBuffer<float> Singles(Weights weights) => new(weights.Values.Length, [.. weights.Values.Select(value => (float)value)]);
}
