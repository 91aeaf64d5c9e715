// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext(seed: 9);
var transactions = ml.Data.CreateEnumerable<Transaction>(
    ml.Data.LoadFromTextFile<Transaction>(args[0], separatorChar: ',', hasHeader: true), reuseRowObject: false).ToList();

// One in a thousand is a fraud: make them more.
var frauds = transactions.Where(transaction => transaction.Fraud).ToList();
for (var i = 0; i < 50; i++)
    transactions.AddRange(frauds); // KILN5002

var balanced = ml.Data.LoadFromEnumerable(transactions);
var split = ml.Data.TrainTestSplit(balanced, samplingKeyColumnName: nameof(Transaction.Fraud)); // KILN5005
var model = ml.Transforms.Concatenate("Features", nameof(Transaction.Amount), nameof(Transaction.Hour), nameof(Transaction.Distance))
    .Append(ml.BinaryClassification.Trainers.LightGbm(nameof(Transaction.Fraud)))
    .Fit(split.TrainSet);
Console.WriteLine(ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Transaction.Fraud)).AreaUnderPrecisionRecallCurve);

sealed class Transaction
{
    [LoadColumn(0)] public float Amount { get; set; }
    [LoadColumn(1)] public float Hour { get; set; }
    [LoadColumn(2)] public float Distance { get; set; }
    [LoadColumn(3)] public bool Fraud { get; set; }
}
