using Kiln.Testing;
using Xunit;

namespace Penguins.Tests;

public class PenguinModelTests
{
    readonly PenguinModel _model = PenguinModel.Load();

    [Fact]
    public void A_penguin_that_nobody_doubts_is_a_Gentoo() => _model.ShouldPredict(
        new PenguinModel.Input { Island = "Biscoe", BillLengthMm = 50, BillDepthMm = 15, FlipperLengthMm = 230, BodyMassG = 5500, Sex = "male", Year = 2008 },
        answer => answer.PredictedLabel == PenguinModel.Species.Gentoo);

    [Fact]
    public void The_year_hardly_matters() =>
        _model.ShouldBeInvariantTo(_model.HeldOutRows(), row => row with { Year = 2008 }, answer => answer.ProbabilityOf(PenguinModel.Species.Gentoo), within: 0.2);

    [Fact]
    public void A_longer_flipper_makes_a_Gentoo_likelier() =>
        _model.ShouldIncrease(_model.HeldOutRows(), row => row with { FlipperLengthMm = row.FlipperLengthMm + 20 },
            answer => answer.ProbabilityOf(PenguinModel.Species.Gentoo), minShare: 0.95);
}
