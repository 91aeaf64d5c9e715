// origin: alongside the rules
// contract: penguins
using Kiln;

namespace Antarctica.NoGate;

/// <summary>Tells species apart.</summary>
[Model("penguins", Label = "species", Version = "1.0.0")] // KILN4004
public sealed partial class SpeciesModel;

public static class Program
{
    public static void Main()
    {
        var model = SpeciesModel.Load();
        var answer = model.Predict(new SpeciesModel.Input { Island = "Biscoe", BillLengthMm = 44, BillDepthMm = 14, BodyMassG = 5000, Year = 2008 });
        Console.WriteLine(answer.PredictedLabel);
    }
}
