System.Console.WriteLine("actortcp");
