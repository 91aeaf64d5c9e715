using Kiln.Contracts.Models;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Onnx;

namespace Kiln.Host.Evaluation;

/// <summary>Predicts with the code the application predicts with, so that what is measured is what ships.</summary>
sealed class ShippedPredictor
{
    readonly int[] _numbers;
    readonly int[] _texts;
    readonly Predictor _predictor;

    /// <summary>Reading a model takes as long as predicting thousands of rows: who predicts more than once keeps this.</summary>
    public ShippedPredictor(ModelPlan plan, byte[] onnx)
        : this(plan, onnx, [.. plan.Shape.Inputs], plan.Shape.ScoreCount)
    {
    }

    /// <param name="plan">The model of this build.</param>
    /// <param name="onnx">A released one's file, which may have been trained on other columns.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="scoreCount">How many scores it gives, with or without an interval.</param>
    public ShippedPredictor(ModelPlan plan, byte[] onnx, IReadOnlyList<ModelInput> inputs, int scoreCount)
    {
        _numbers = [.. Enumerable.Range(0, inputs.Count).Where(i => !inputs[i].IsText)];
        _texts = [.. Enumerable.Range(0, inputs.Count).Where(i => inputs[i].IsText)];
        _predictor = new(OnnxModel.Read(onnx), Info(plan), [.. _numbers.Select(i => inputs[i].Name)], [.. _texts.Select(i => inputs[i].Name)], scoreCount);
    }

    public static Predictions Predict(ModelPlan plan, byte[] onnx, ExampleSet examples, int[] rows) => new ShippedPredictor(plan, onnx).Predict(examples, rows);

    public Predictions Predict(ExampleSet examples, int[] rows)
    {
        var scores = new float[rows.Length][];
        Parallel.For(0, rows.Length, r =>
        {
            var row = rows[r];
            var numbers = Array.ConvertAll(_numbers, i => examples.Numbers[i]![row]);
            var texts = Array.ConvertAll(_texts, i => TextOf(examples, i, row));
            _predictor.Score(numbers, texts, scores[r] = new float[_predictor.ScoreCount]);
        });
        return new(examples.Shape.Task, [.. rows.Select(row => examples.Label[row])], scores) { Weights = examples.WeightsOf(rows), Queries = examples.QueriesOf(rows) };
    }

    static string? TextOf(ExampleSet examples, int input, int row)
    {
        var column = examples.Texts[input]!;
        return column.IsMissing(row) ? null : column.Texts[column.Codes[row]];
    }

    /// <summary>A model that is being measured has no measures yet.</summary>
    static ModelInfo Info(ModelPlan plan) => new()
    {
        Name = plan.Name,
        Type = plan.Definition.Type,
        Version = plan.Version,
        Dataset = plan.Dataset.Name,
        Label = plan.Shape.LabelColumn?.Name ?? "",
        Task = Enum.Parse<ModelTask>(plan.Shape.Task.ToString()),
        TrainingRows = 0,
        HeldOutRows = 0,
        DataHash = plan.Data.Hash,
        ArtifactHash = "",
        Metrics = new Dictionary<Metric, double>(),
    };
}
