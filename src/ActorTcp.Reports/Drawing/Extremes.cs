namespace ActorTcp.Reports;

/// <summary>The best and the worst number of a column that asks for them; not numbers where it does not, or where all are equal.</summary>
internal readonly record struct Extremes(double Best, double Worst)
{
    public static Extremes Of(Table table, int column)
    {
        var numbers = table.Rows.Select(row => row[column].Number).OfType<double>().Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (least, most) = (numbers.Min(), numbers.Max());
        return table.Columns[column].Better switch
        {
            Better.Less when least < most => new(least, most),
            Better.More when least < most => new(most, least),
            _ => new(double.NaN, double.NaN),
        };
    }

    public Standing Of(Cell cell) => cell.Number == Best ? Standing.Best : cell.Number == Worst ? Standing.Worst : Standing.Neither;
}
