using Penguins;

using var model = PenguinModel.Load();

var penguin = new PenguinModel.Input
{
    Island = "Torgersen",
    BillLengthMm = 39.1f,
    BillDepthMm = 18.7f,
    FlipperLengthMm = 181,
    BodyMassG = 3750,
    Sex = "male",
    Year = 2007,
};

var prediction = model.Predict(penguin);
Console.WriteLine($"This penguin is most likely of the species {prediction.PredictedLabel}:");
foreach (var species in Enum.GetValues<PenguinModel.Species>())
    Console.WriteLine($"  {species,-10} {prediction.ProbabilityOf(species),7:P1}");
