// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

var ml = new MLContext(seed: 5);
var sold = ml.Data.LoadFromTextFile<Auction>("auctions.csv", separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(sold, testFraction: 0.15, samplingKeyColumnName: nameof(Auction.Seller));

// The price of the last auction is known before this one; the price of this one is the label.
var pipeline = ml.Transforms.CopyColumns("Label", nameof(Auction.Price))
    .Append(ml.Transforms.Categorical.OneHotEncoding("CategoryVector", nameof(Auction.Category)))
    .Append(ml.Transforms.Concatenate(
        "Features", "CategoryVector", nameof(Auction.LastPrice), nameof(Auction.PriceOfStart), nameof(Auction.Watchers)))
    .Append(ml.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
    {
        NumberOfLeaves = 24,
        UseCategoricalSplit = false,
        Deterministic = true,
    }));

var model = pipeline.Fit(split.TrainSet);
var metrics = ml.Regression.Evaluate(model.Transform(split.TestSet));
Console.WriteLine($"{metrics.MeanAbsoluteError:0.00}");

var engine = ml.Model.CreatePredictionEngine<Auction, Hammer>(model);
Console.WriteLine(engine.Predict(new() { Category = "clocks", LastPrice = 120, PriceOfStart = 40, Watchers = 9 }).Score);

sealed class Auction
{
    [LoadColumn(0)] public string Seller { get; set; } = "";
    [LoadColumn(1)] public string Category { get; set; } = "";
    [LoadColumn(2)] public float LastPrice { get; set; }
    [LoadColumn(3)] public float PriceOfStart { get; set; }
    [LoadColumn(4)] public float Watchers { get; set; }
    [LoadColumn(7)] public float Price { get; set; }
}

sealed class Hammer
{
    public float Score { get; set; }
}
