using System.Text.Json;
using Penguins;

namespace Kiln.AspNetCore.Tests.Infrastructure;

/// <summary>A penguin that nobody doubts.</summary>
static class Rows
{
    public const string Gentoo = """{"island":"Biscoe","billLengthMm":50,"billDepthMm":15,"flipperLengthMm":230,"bodyMassG":5500,"sex":"male","year":2008}""";

    public static readonly PenguinModel.Input GentooInput = new()
    {
        Island = "Biscoe", BillLengthMm = 50, BillDepthMm = 15, FlipperLengthMm = 230, BodyMassG = 5500, Sex = "male", Year = 2008,
    };

    /// <summary>How likely it is a Gentoo, by an answer.</summary>
    public static float Probability(JsonElement answer) => answer.GetProperty("probabilities").GetProperty("Gentoo").GetSingle();
}
