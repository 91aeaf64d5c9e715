using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Onnx;

namespace Kiln.Host.Evaluation;

/// <summary>Predicts with the code the application predicts with, so that what is measured is what ships.</summary>
static class ShippedPredictor
{
    public static Predictions Predict(ModelPlan plan, byte[] onnx, ExampleSet examples, int[] rows) => Predict(plan, onnx, examples, rows, plan.Shape.ScoreCount);

    /// <param name="scoreCount">How many scores the model gives, which may be a released one with or without an interval.</param>
    public static Predictions Predict(ModelPlan plan, byte[] onnx, ExampleSet examples, int[] rows, int scoreCount)
    {
        var inputs = examples.Inputs;
        var numberInputs = Enumerable.Range(0, inputs.Count).Where(i => !inputs[i].IsText).ToArray();
        var textInputs = Enumerable.Range(0, inputs.Count).Where(i => inputs[i].IsText).ToArray();
        var predictor = new Predictor(
            OnnxModel.Read(onnx),
            Info(plan),
            [.. numberInputs.Select(i => inputs[i].Name)],
            [.. textInputs.Select(i => inputs[i].Name)],
            scoreCount);
        var scores = new float[rows.Length][];
        Parallel.For(0, rows.Length, r =>
        {
            var row = rows[r];
            var numbers = Array.ConvertAll(numberInputs, i => examples.Numbers[i]![row]);
            var texts = Array.ConvertAll(textInputs, i => TextOf(examples, i, row));
            predictor.Score(numbers, texts, scores[r] = new float[predictor.ScoreCount]);
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
