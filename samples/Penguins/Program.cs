using Penguins;

var model = PenguinModel.Load();

var measured = new PenguinModel.Input
{
    Island = "Biscoe",
    BillLengthMm = 46.1f,
    BillDepthMm = 13.2f,
    FlipperLengthMm = 211,
    BodyMassG = 4500,
    Sex = "female",
    Year = 2007,
};
Show("A penguin of Biscoe, all measured:", measured);
Show("The same, only its bill and its island known:", measured with { FlipperLengthMm = null, BodyMassG = null, Sex = null });

Console.WriteLine();
Console.WriteLine($"{model.Info.Name} {model.Info.Version}, trained on {model.Info.TrainingRows} rows; on {model.Info.HeldOutRows} held-out rows:");
foreach (var (metric, value) in model.Info.Metrics)
    Console.WriteLine($"  {metric,-13} {value:0.000}");

void Show(string title, in PenguinModel.Input penguin)
{
    var prediction = model.Predict(penguin);
    Console.WriteLine($"{title} {prediction.PredictedLabel} ({prediction.Probability:P1})");
    foreach (var species in Enum.GetValues<PenguinModel.Species>())
        Console.WriteLine($"  {species,-9} {prediction.ProbabilityOf(species):P2}");
}
