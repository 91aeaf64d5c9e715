// origin: blind, first round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

var context = new MLContext(seed: 5);
var mails = context.Data.LoadFromTextFile<Mail>(args[0], separatorChar: '\t');

// Only to see what the tokens look like.
var peek = context.Transforms.Text.FeaturizeText("Features", "Subject").Fit(mails).Transform(mails);
foreach (var row in peek.Preview(3).RowView)
    Console.WriteLine(row.Values.Length);

var options = new SdcaMaximumEntropyMulticlassTrainer.Options { LabelColumnName = "Team", NumberOfThreads = 1 };
var pipeline = context.Transforms.Conversion.MapValueToKey("Team")
    .Append(context.Transforms.Text.FeaturizeText("Features", "Subject"))
    .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(options))
    .Append(context.Transforms.Conversion.MapKeyToValue("PredictedLabel"));
var folds = context.MulticlassClassification.CrossValidate(mails, pipeline, labelColumnName: "Team", numberOfFolds: 10);
Console.WriteLine(folds.Average(fold => fold.Metrics.MacroAccuracy));

var final = pipeline.Fit(mails);
using var file = File.Create(args[1]);
context.Model.Save(final, mails.Schema, file);

sealed class Mail
{
    [LoadColumn(0)]
    public string Team { get; set; } = "";

    [LoadColumn(1)]
    public string Subject { get; set; } = "";
}
