// The first prediction of a process that is compiled ahead of time: Predict.cs publishes and starts it. Takes an ONNX file with 10 numbers and 3 texts.
#:project ../../src/Kiln/Kiln.csproj
#:property PublishAot=true
#:property InvariantGlobalization=true
using Kiln;
using Kiln.Onnx;

string[] numbers = [.. Enumerable.Range(0, 10).Select(i => $"N{i}")];
var info = new ModelInfo
{
    Name = "M", Type = "M", Version = "1.0.0", Dataset = "d", Label = "Label", Task = ModelTask.BinaryClassification, TrainingRows = 0, HeldOutRows = 0,
    DataHash = "", ArtifactHash = "", Metrics = new Dictionary<Metric, double>(),
};
var predictor = new Predictor(OnnxModel.Read(File.ReadAllBytes(args[0])), info, numbers, ["T0", "T1", "T2"], 2);
var scores = new float[2];
predictor.Score([.. numbers.Select((_, i) => (float)i)], ["a", "b", "c"], scores);
return scores[1] is >= 0 and <= 1 ? 0 : 1;
