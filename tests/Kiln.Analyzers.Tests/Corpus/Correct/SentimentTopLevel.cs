// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 1);
var reviews = ml.Data.LoadFromTextFile<Review>("reviews.tsv", hasHeader: false);
var parts = ml.Data.TrainTestSplit(reviews, 0.25);

// FeaturizeText gives normalized vectors: nothing is left to scale for a linear trainer.
var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
var pipeline = ml.Transforms.Text.FeaturizeText("Features", nameof(Review.Text)).Append(trainer);

ITransformer model = pipeline.Fit(parts.TrainSet);
var quality = ml.BinaryClassification.Evaluate(model.Transform(parts.TestSet));
Console.WriteLine($"AUC {quality.AreaUnderRocCurve:P2}, F1 {quality.F1Score:P2}");

using var engine = ml.Model.CreatePredictionEngine<Review, Sentiment>(model);
foreach (var text in new[] { "Great value for its price", "Broke after a day" })
{
    var answer = engine.Predict(new Review { Text = text });
    Console.WriteLine($"{text}: {(answer.IsPositive ? "good" : "bad")} ({answer.Probability:P0})");
}

class Review
{
    [LoadColumn(0)] public string Text { get; set; } = "";
    [LoadColumn(1), ColumnName("Label")] public bool Positive { get; set; }
}

class Sentiment
{
    [ColumnName("PredictedLabel")] public bool IsPositive { get; set; }
    public float Probability { get; set; }
    public float Score { get; set; }
}
