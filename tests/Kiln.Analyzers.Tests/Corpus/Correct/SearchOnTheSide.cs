// origin: blind, second round
using Microsoft.ML;
using Microsoft.ML.AutoML;
using Microsoft.ML.Data;

// A project for looking around: nothing of it is shipped.
var ml = new MLContext(seed: 1);
var claims = ml.Data.LoadFromTextFile<Claim>(args[0], separatorChar: ',', hasHeader: true);
var split = ml.Data.TrainTestSplit(claims, 0.2);

var experiment = ml.Auto().CreateBinaryClassificationExperiment(maxExperimentTimeInSeconds: 600);
var result = experiment.Execute(split.TrainSet, labelColumnName: nameof(Claim.Fraud));

var best = result.BestRun;
var metrics = ml.BinaryClassification.EvaluateNonCalibrated(best.Model.Transform(split.TestSet), nameof(Claim.Fraud));
Console.WriteLine($"{metrics.AreaUnderRocCurve:0.000}");

// Now with all rows.
var final = best.Estimator.Fit(claims);
using (var stream = new FileStream(args[1], FileMode.Create))
    ml.Model.Save(final, claims.Schema, stream);

sealed class Claim
{
    [LoadColumn(0)] public bool Fraud { get; set; }
    [LoadColumn(1, 12)] [VectorType(12)] public float[] Measures { get; set; } = [];
}
