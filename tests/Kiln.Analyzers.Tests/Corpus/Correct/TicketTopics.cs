// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

var ml = new MLContext(seed: 2024);
var tickets = ml.Data.LoadFromTextFile<Ticket>(Path.Combine("data", "tickets.tsv"), hasHeader: true, allowQuoting: true);
var (train, test) = Halves(ml.Data.TrainTestSplit(tickets, 0.2));

var options = new SdcaMaximumEntropyMulticlassTrainer.Options
{
    LabelColumnName = "Label",
    FeatureColumnName = "Features",
    NumberOfThreads = 1,
    MaximumNumberOfIterations = 50,
};
var pipeline = ml.Transforms.Conversion.MapValueToKey("Label", nameof(Ticket.Topic))
    .Append(ml.Transforms.Text.FeaturizeText("SubjectVector", nameof(Ticket.Subject)))
    .Append(ml.Transforms.Text.FeaturizeText("BodyVector", nameof(Ticket.Body)))
    .Append(ml.Transforms.Concatenate("Features", "SubjectVector", "BodyVector"))
    .AppendCacheCheckpoint(ml)
    .Append(ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(options))
    .Append(ml.Transforms.Conversion.MapKeyToValue("PredictedLabel"));

var model = pipeline.Fit(train);
var metrics = ml.MulticlassClassification.Evaluate(model.Transform(test));
Console.WriteLine($"micro {metrics.MicroAccuracy:P1}, macro {metrics.MacroAccuracy:P1}, log-loss {metrics.LogLoss:0.000}");
Console.WriteLine(metrics.ConfusionMatrix.GetFormattedConfusionTable());

var engine = ml.Model.CreatePredictionEngine<Ticket, Topic>(model);
for (var line = Console.ReadLine(); !string.IsNullOrEmpty(line); line = Console.ReadLine())
{
    var answer = engine.Predict(new Ticket { Subject = line });
    Console.WriteLine($"{answer.PredictedLabel} ({answer.Score.Max():P0})");
}

static (IDataView Train, IDataView Test) Halves(DataOperationsCatalog.TrainTestData split) => (split.TrainSet, split.TestSet);

sealed class Ticket
{
    [LoadColumn(1)] public string Topic { get; set; } = "";
    [LoadColumn(2)] public string Subject { get; set; } = "";
    [LoadColumn(5)] public string Body { get; set; } = "";
}

sealed class Topic
{
    public string PredictedLabel { get; set; } = "";
    public float[] Score { get; set; } = [];
}
